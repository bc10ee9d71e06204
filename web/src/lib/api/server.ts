import { error, type RequestEvent } from '@sveltejs/kit';
import createClient, { type Client, type FetchResponse } from 'openapi-fetch';
import { explain } from './problem.ts';
import type { paths } from './schema.d.ts';

/** What a page may hear of its reader when it speaks to the API in their name. */
const PASSED_ALONG = ['x-forwarded-for', 'user-agent'];

/**
 * The public API for a page rendered on the server: the same typed client as in the browser, but
 * each call is dispatched inside the process, without a socket.
 *
 * @example
 * const { data, error: problem, response } = await serverApi(event).GET('/api/v1/services');
 */
export function serverApi(event: RequestEvent): Client<paths> {
  return createClient<paths>({
    baseUrl: event.url.origin,
    fetch: (request) => dispatch(event, request),
  });
}

/**
 * Waits for an answer and gives its data; anything else becomes SvelteKit's error page, with a plain
 * sentence in the reader's language. For a form, read `error` yourself instead and answer `fail`.
 */
export async function dataOrError<T, Options, Media extends `${string}/${string}`>(
  event: RequestEvent,
  call: Promise<FetchResponse<T & Record<string | number, unknown>, Options, Media>>,
) {
  const { data, error: problem, response } = await call;
  if (response.ok && data !== undefined) return data;
  const { lang, requestId } = event.locals;
  error(response.status, { message: explain(response.status, problem, lang), requestId });
}

/** Sends one request to the API of this very process, in the reader's name and language. */
export async function dispatch(event: RequestEvent, request: Request): Promise<Response> {
  const callApi = event.platform?.req.callApi;
  if (!callApi) throw new Error('The program that serves these pages did not give them the API.');

  const headers = Object.fromEntries(request.headers);
  headers['x-request-id'] = event.locals.requestId;
  // The page's language: the reader's own choice, where there is one.
  headers['accept-language'] = event.locals.lang;
  for (const name of PASSED_ALONG) {
    const value = event.request.headers.get(name);
    if (value !== null && !(name in headers)) headers[name] = value;
  }
  headers['x-forwarded-for'] ??= event.getClientAddress();

  const { pathname, search } = new URL(request.url);
  const { method } = request;
  // A Buffer, for the program sends any other array as JSON.
  const body = request.body ? Buffer.from(await request.arrayBuffer()) : undefined;
  const answer = await callApi(
    pathname + search,
    body ? { method, headers, body } : { method, headers },
  );
  return toResponse(answer);
}

function toResponse({
  status,
  headers,
  body,
}: Awaited<ReturnType<NonNullable<App.Platform['req']['callApi']>>>) {
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value].flat()) if (one !== undefined) sent.append(name, String(one));
  }
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : (body as BodyInit), { status, headers: sent });
}
