import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Hook `onSend` of what many read again and again: names the answer by its content, and sends only
 * 304 to whoever has it already (RFC 9110 §13). The name is a weak one, for the compressed answer
 * has the same.
 */
export async function revalidate(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (reply.statusCode !== 200 || typeof payload !== 'string') return payload;
  const etag = `W/"${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', etag);
  if (!isKnown(request, etag, reply.getHeader('last-modified'))) return payload;
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return null;
}

/** RFC 9110 §13.2.2: the date is asked only of who has no name. */
function isKnown(request: FastifyRequest, etag: string, lastModified: unknown): boolean {
  const { 'if-none-match': names, 'if-modified-since': since } = request.headers;
  if (names !== undefined) {
    const opaque = (name: string) => name.trim().replace(/^W\//, '');
    return names.split(',').some((name) => name.trim() === '*' || opaque(name) === opaque(etag));
  }
  if (since === undefined || typeof lastModified !== 'string') return false;
  return Date.parse(lastModified) <= Date.parse(since);
}
