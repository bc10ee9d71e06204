import { common } from '#lib/i18n/common.ts';
import type { Lang } from '#lib/i18n/lang.ts';

/** An error of the public API (RFC 9457, `application/problem+json`). */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance?: string;
  /** Refused fields, by JSON pointer, when the body did not fit its schema. */
  errors?: { pointer: string; detail: string }[];
  /** By which the log knows the refused request. */
  requestId?: string;
  /** Seconds to wait before trying again. */
  retryAfter?: number;
}

/** Says whether a value read from the network really is a problem document. */
export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Problem).title === 'string' &&
    typeof (value as Problem).status === 'number'
  );
}

/**
 * One plain sentence for a person. The API's own `detail` is kept for the reader's mistakes (4xx),
 * which it explains in the reader's language; our own failures (5xx) are never quoted.
 */
export function explain(status: number, problem: unknown, lang: Lang): string {
  const { errors } = common(lang);
  if (status >= 400 && status < 500 && isProblem(problem) && problem.detail) return problem.detail;
  switch (status) {
    case 400:
    case 422:
      return errors.badRequest;
    case 401:
      return errors.unauthorized;
    case 403:
      return errors.forbidden;
    case 404:
    case 410:
      return errors.notFound;
    case 409:
    case 412:
      return errors.conflict;
    case 413:
      return errors.tooLarge;
    case 429:
      return errors.tooMany;
    case 502:
    case 503:
    case 504:
      return errors.unavailable;
    default:
      return errors.unexpected;
  }
}
