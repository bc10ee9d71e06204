import type { RequestEvent } from '@sveltejs/kit';

/** What a page may hear of its reader when it speaks to the API in their name. */
const PASSED_ALONG = ['x-forwarded-for', 'user-agent'];

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** The status, and the body as it was meant: every answer of the API is JSON, or empty. */
export interface Answered {
  status: number;
  ok: boolean;
  body: unknown;
}

/**
 * Asks the API of this very process, in the reader's name and language. Plain objects, no `fetch`:
 * a page waits for each answer, and the standard's streams would cost it more than the question.
 *
 * @param path - with its query
 */
export async function callApi(
  event: RequestEvent,
  path: string,
  { method = 'GET', headers: own = {}, body }: Call = {},
): Promise<Answered> {
  const call = event.platform?.req.callApi;
  if (!call) throw new Error('The program that serves these pages did not give them the API.');
  const headers: Record<string, string> = {
    ...own,
    'x-request-id': event.locals.requestId,
    // The page's language: the reader's own choice, where there is one.
    'accept-language': event.locals.lang,
  };
  for (const name of PASSED_ALONG) {
    const value = event.request.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  headers['x-forwarded-for'] ??= event.getClientAddress();
  const answer = await call(path, body ? { method, headers, body } : { method, headers });
  const { status } = answer;
  return { status, ok: status >= 200 && status < 300, body: parse(answer.body) };
}

function parse(text: string | Uint8Array): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
