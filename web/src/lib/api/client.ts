import createClient, { type FetchResponse, type Middleware } from 'openapi-fetch';
import { common } from '#lib/i18n/common.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { explain, isProblem, type Problem } from './problem.ts';
import { randomId } from './random-id.ts';
import type { paths } from './schema.d.ts';

/** A refusal of the API, or no answer at all (`status` 0), with a sentence fit for the screen. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | null;

  constructor(message: string, status: number, problem: Problem | null, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }
}

let csrfToken: string | null = null;

/** Keeps the token given by `GET /me` or `POST /sessions`; `null` when the session ends. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A write says who sends it (CSRF token) and can be sent again without acting twice. */
const signWrites: Middleware = {
  onRequest({ request }) {
    if (READS.has(request.method)) return;
    if (csrfToken) request.headers.set('x-csrf-token', csrfToken);
    // A command replayed from the offline queue brings its own key.
    if (!request.headers.has('idempotency-key')) {
      request.headers.set('idempotency-key', randomId());
    }
    return request;
  },
};

/**
 * The public API as a browser face calls it, typed from openapi.json.
 *
 * @example
 * const order = await dataOrThrow(api.GET('/api/v1/work-orders/{id}', { params: { path: { id } } }));
 */
export const api = createClient<paths>({ credentials: 'same-origin' });
api.use(signWrites);

/** Waits for an answer and gives its data. @throws {ApiError} on any problem, or without network. */
export async function dataOrThrow<
  T extends Record<string | number, unknown>,
  Options,
  Media extends `${string}/${string}`,
>(call: Promise<FetchResponse<T, Options, Media>>, lang: Lang = 'fr') {
  const { data, error, response } = await call.catch((cause: unknown) => {
    throw new ApiError(common(lang).errors.network, 0, null, { cause });
  });
  // 204 has no body, and is no error.
  if (response.ok) return data as NonNullable<typeof data>;
  const problem = isProblem(error) ? error : null;
  throw new ApiError(explain(response.status, problem, lang), response.status, problem);
}
