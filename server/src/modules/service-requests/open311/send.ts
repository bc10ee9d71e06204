import type { FastifyReply } from 'fastify';
import { type Content, type Format, MEDIA_TYPES, serialize } from './serialize.ts';

/** Sends a content in the form that was asked, under its media type. */
export function send(reply: FastifyReply, format: Format, root: string, content: Content) {
  return sendWritten(reply, format, serialize(format, root, content));
}

/** Sends what was written before. */
export function sendWritten(reply: FastifyReply, format: Format, answer: string | Buffer) {
  return reply.type(MEDIA_TYPES[format]).send(answer);
}
