import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isDatabaseAway } from '../db/index.ts';
import { commonProblems, Problem, problemFromError } from '../problem/index.ts';
import { languageOf } from './act.ts';
import { describe } from './validation.ts';

const UNIQUE_VIOLATION = '23505';
const RETRY_AFTER_SECONDS = 2;

/**
 * Answers every error as a problem (RFC 9457). What we did not foresee is opaque outside and
 * whole in the log, found by its request id.
 */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => send(problemOf(error, request), request, reply));
  app.setNotFoundHandler((request, reply) => send(commonProblems.notFound(), request, reply));
}

/** The problem that an error of any part is to the outside. */
export function problemOf(error: unknown, request: FastifyRequest): Problem {
  const { code, validation, validationContext } = (error ?? {}) as FastifyError;
  if (validation) {
    const errors = describe(validation as never).map(({ pointer, detail }) => ({
      pointer: validationContext === 'body' ? pointer : `${validationContext}${pointer}`,
      detail,
    }));
    return commonProblems.validation({ errors });
  }
  if (code === UNIQUE_VIOLATION) return commonProblems.conflict();
  if (isDatabaseAway(error)) {
    request.log.warn({ err: error }, 'not available for now');
    return commonProblems.unavailable({ retryAfter: RETRY_AFTER_SECONDS });
  }
  const problem = problemFromError(error, request.id);
  if (problem.status >= 500 && !(error instanceof Problem)) {
    request.log.error({ err: error }, 'unexpected error');
  }
  return problem;
}

function send(problem: Problem, request: FastifyRequest, reply: FastifyReply) {
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .type('application/problem+json; charset=utf-8')
    .send({ ...problem.toDocument(languageOf(request)), requestId: request.id });
}
