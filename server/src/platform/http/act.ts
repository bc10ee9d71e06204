import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Act } from '../acts/index.ts';
import type { Clock } from '../clock/index.ts';
import { commonProblems } from '../problem/index.ts';

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,200}$/;
/** A strong entity tag that holds our version number (RFC 9110 §8.8.3). */
const VERSION_TAG = /^"(\d{1,9})"$/;

/**
 * Reads the circumstances of the act from its request.
 *
 * @throws Problem `validation` (400) when `Idempotency-Key` or `If-Match` is malformed
 */
export function actOf(request: FastifyRequest, clock: Clock): Act {
  const key = header(request, 'idempotency-key');
  const version = header(request, 'if-match');
  return {
    territoryId: request.territoryId,
    actor: request.actor,
    at: clock.now(),
    requestId: request.id,
    language: languageOf(request),
    ...(key !== undefined && {
      idempotency: { key: checkedKey(key), fingerprint: fingerprintOf(request) },
    }),
    ...(version !== undefined && { expectedVersion: checkedVersion(version) }),
  };
}

/**
 * The version that the author of an act saw.
 *
 * @throws Problem `precondition-required` (428) when the request did not say
 */
export function requireVersion(act: Act): number {
  if (act.expectedVersion === undefined) throw commonProblems.preconditionRequired();
  return act.expectedVersion;
}

/** French unless the client clearly prefers English. */
export function languageOf(request: FastifyRequest): 'fr' | 'en' {
  const first = request.headers['accept-language']?.split(',')[0]?.trim().toLowerCase();
  return first?.startsWith('en') ? 'en' : 'fr';
}

function checkedKey(key: string): string {
  if (IDEMPOTENCY_KEY.test(key)) return key;
  throw malformed('Idempotency-Key', 'De 8 à 200 caractères ASCII visibles, sans espace.');
}

function checkedVersion(tag: string): number {
  const version = VERSION_TAG.exec(tag)?.[1];
  if (version !== undefined) return Number(version);
  throw malformed('If-Match', 'La version entre guillemets, par exemple "3".');
}

function malformed(name: string, detail: string) {
  return commonProblems.validation({ errors: [{ pointer: `header ${name}`, detail }] });
}

/** What makes two requests the same command: method, address, version seen and body. */
function fingerprintOf(request: FastifyRequest): string {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${request.headers['if-match'] ?? ''}\n`)
    .update(JSON.stringify(request.body ?? null))
    .digest('base64url');
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
