import { error, type RequestEvent } from '@sveltejs/kit';
import { explain, isProblem, type Problem } from '#lib/api/problem.ts';
import type { paths } from '#lib/api/schema.d.ts';
import { type Call, callApi } from '#lib/api/server.ts';

/**
 * The public API as the portal's pages ask it: every path, question and answer is checked against
 * openapi.json when this is compiled.
 */
type Readable = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];
type Get<P extends Readable> = paths[P] extends { get: infer Operation } ? Operation : never;
type Ok<Operation, Status extends number> = Operation extends {
  responses: { [S in Status]: { content: { 'application/json': infer Data } } };
}
  ? Data
  : never;
type Part<Operation, In extends 'query' | 'path'> = Operation extends {
  parameters: { [I in In]?: infer Values };
}
  ? NonNullable<Values>
  : never;

/** What to put in the path and after it; an empty value is left out. */
export interface Asked<P extends Readable> {
  path?: Part<Get<P>, 'path'>;
  query?: { [K in keyof Part<Get<P>, 'query'>]: Part<Get<P>, 'query'>[K] | '' | null };
}

export type Data<P extends Readable> = Ok<Get<P>, 200>;
type Item<P extends Readable> = Data<P> extends { items: (infer One)[] } ? One : never;

export type Service = Item<'/api/v1/services'>;
export type ServiceDefinition = Data<'/api/v1/services/{code}'>;
export type Question = ServiceDefinition['questions'][number];
export type Suggestion = Item<'/api/v1/services/suggestions'>;
export type Tracking = Data<'/api/v1/public/tracking/{code}'>;
export type Area = Item<'/api/v1/places/areas'>;
export type Status = Tracking['status'];
export type NewRequest =
  paths['/api/v1/service-requests']['post']['requestBody']['content']['application/json'];

/** What the API answered: the data, or the refusal in its own words. */
export type Answer<T> = { data: T } | { problem: Problem | null; status: number };

/** Asks the public API one question. A refusal is an answer here: forms show it to their reader. */
export function ask<P extends Readable>(
  event: RequestEvent,
  path: P,
  { path: inPath, query }: Asked<P> = {},
): Promise<Answer<Data<P>>> {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(String((inPath as Record<string, unknown> | undefined)?.[name])),
  );
  const given = Object.entries(query ?? {}).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return call(event, given.length > 0 ? `${filled}?${search}` : filled);
}

/** As {@link ask}, where anything but the data is the end of the page. */
export async function read<P extends Readable>(event: RequestEvent, path: P, asked?: Asked<P>) {
  const answer = await ask(event, path, asked);
  if ('data' in answer) return answer.data;
  const { lang, requestId } = event.locals;
  error(answer.status, { message: explain(answer.status, answer.problem, lang), requestId, lang });
}

/** As {@link ask}, for what the page can do without. */
export async function readIfPossible<P extends Readable>(
  event: RequestEvent,
  path: P,
  asked?: Asked<P>,
): Promise<Data<P> | null> {
  const answer = await ask(event, path, asked);
  return 'data' in answer ? answer.data : null;
}

/** The whole catalogue: the API gives it in one piece. */
export const readServices = async (event: RequestEvent) =>
  (await read(event, '/api/v1/services')).items;

/** Sends a report; the same key twice is one report. */
export function submit(event: RequestEvent, key: string, request: NewRequest) {
  type Submitted = Ok<paths['/api/v1/service-requests']['post'], 201>;
  return call<Submitted>(event, '/api/v1/service-requests', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(request),
  });
}

/** Says that a public text or photo should not be there. */
export function flag(event: RequestEvent, id: string, body: { reason: string; photoId?: string }) {
  type Flagged = Ok<paths['/api/v1/public/service-requests/{id}/flags']['post'], 200>;
  return call<Flagged>(event, `/api/v1/public/service-requests/${encodeURIComponent(id)}/flags`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Asks to follow a request: its owner is asked to confirm that the address is theirs. */
export function follow(event: RequestEvent, id: string, address: string) {
  type Path = '/api/v1/public/service-requests/{id}/followers';
  type Follow = paths[Path]['post']['requestBody']['content']['application/json'];
  const body: Follow = { address, language: event.locals.lang };
  return call<null>(event, `/api/v1/public/service-requests/${encodeURIComponent(id)}/followers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Sends one photo, before what it belongs to. */
export async function upload(event: RequestEvent, photo: File) {
  type Uploaded = Ok<paths['/api/v1/files']['post'], 201>;
  const body = new FormData();
  body.set('file', photo, photo.name);
  // Only a standard request knows how to write a form with a file in it.
  const form = new Request(event.url.origin, { method: 'POST', body });
  return call<Uploaded>(event, '/api/v1/files', {
    method: 'POST',
    headers: { 'content-type': form.headers.get('content-type') ?? '' },
    // A Buffer, for the program sends any other array as JSON.
    body: Buffer.from(await form.arrayBuffer()),
  });
}

type Sendable = { [P in keyof paths]: paths[P] extends { post: object } ? P : never }[keyof paths];
type Sent<P extends Sendable> = paths[P]['post'] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : undefined;

/** Sends what a form said to an address of the API that names something; the same key twice is once. */
export function send<P extends Sendable>(
  event: RequestEvent,
  path: P,
  inPath: Record<string, string>,
  body: Sent<P>,
  key?: string,
): Promise<Answer<unknown>> {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(inPath[name] ?? ''));
  return call(event, filled, {
    method: 'POST',
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function call<T>(event: RequestEvent, path: string, how?: Call): Promise<Answer<T>> {
  const { ok, status, body } = await callApi(event, path, how);
  if (ok) return { data: body as T };
  return { status, problem: isProblem(body) ? body : null };
}
