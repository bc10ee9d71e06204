import { commonProblems } from './common-problems.ts';
import { Problem } from './problem.ts';

/**
 * What the outside may know of any error: problems as they are, the web framework's own refusals
 * as their common problem, and of everything else only a reference to find it in the log.
 */
export function problemFromError(error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error;
  return refusalOfFramework(error) ?? commonProblems.internal({ requestId });
}

/** Only Fastify's codes are trusted: another library's `statusCode` may speak of another request. */
function refusalOfFramework(error: unknown): Problem | undefined {
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  if (typeof code !== 'string' || !code.startsWith('FST_')) return undefined;
  switch (statusCode) {
    case 404:
      return commonProblems.notFound();
    case 405:
      return commonProblems.methodNotAllowed();
    case 413:
      return commonProblems.payloadTooLarge();
    case 415:
      return commonProblems.unsupportedMediaType();
    case 429:
      return commonProblems.tooManyRequests();
    case 503:
      return commonProblems.unavailable();
    default:
      return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500
        ? commonProblems.malformed()
        : undefined;
  }
}
