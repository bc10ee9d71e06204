import type { FastifyRequest } from 'fastify';
import type { Platform } from '../platform.ts';

/** Where the outside reaches us. */
export function originOf({ config }: Platform, { protocol, host }: FastifyRequest): string {
  return config.publicUrl ?? `${protocol}://${host}`;
}
