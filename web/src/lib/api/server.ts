import type { RequestEvent } from '@sveltejs/kit';

/** What a page may hear of its reader when it speaks to the API in their name. */
const PASSED_ALONG = ['x-forwarded-for', 'user-agent'];

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
