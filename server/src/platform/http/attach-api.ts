import type { IncomingMessage } from 'node:http';
import { type ApiAnswer, exchange } from './quiet-exchange.ts';
import type { HttpServer } from './server.ts';

/** An API call made by a page while it is being written, as an answer to a browser's request. */
export interface ApiCall {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** What pages find on their request. */
export interface RequestWithApi extends IncomingMessage {
  callApi(path: string, call?: ApiCall): Promise<ApiAnswer>;
}

/**
 * Gives a page's request the way to the public API of this very process, without a socket:
 * pages know nothing that another client of the API could not know.
 */
export function attachApi(
  request: IncomingMessage,
  api: HttpServer,
): asserts request is RequestWithApi {
  const { remoteAddress = '127.0.0.1' } = request.socket;
  const host = request.headers.host ?? 'localhost';
  Object.assign(request, {
    async callApi(path: string, { method = 'GET', headers: own = {}, body }: ApiCall = {}) {
      const headers = { host, ...own };
      if (method === 'GET') return exchange(api.routing, { url: path, headers, remoteAddress });
      const answer = await api.inject({
        url: path,
        method: method as 'POST',
        headers,
        remoteAddress,
        ...(body !== undefined && { payload: body }),
      });
      return { status: answer.statusCode, headers: answer.headers, body: answer.body } as ApiAnswer;
    },
  });
}
