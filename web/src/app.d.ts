import type { Lang } from '#lib/i18n/lang.ts';

/** What the program that mounts this handler hangs on each Node request: the public API, in process. */
export interface ApiCall {
  method: string;
  headers: Record<string, string>;
  body?: string | Uint8Array;
}
export interface ApiAnswer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: string | Uint8Array;
}

declare global {
  namespace App {
    interface Error {
      /** One plain sentence in the reader's language: what happened and what to do. */
      message: string;
      /** To quote on the phone, so that the log line can be found. */
      requestId?: string;
      lang?: Lang;
    }
    interface PageData {
      lang?: Lang;
    }
    interface Locals {
      lang: Lang;
      requestId: string;
    }
  }
}

declare module 'node:http' {
  interface IncomingMessage {
    callApi?: (path: string, call: ApiCall) => Promise<ApiAnswer>;
  }
}
