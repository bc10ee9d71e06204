import type { Tx } from '../../platform/db/index.ts';
import type { StoredEvent } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Kind } from './model.ts';
import { findContact, requestForMessage } from './neighbours.ts';
import type { MailFacts } from './render-mail.ts';

/**
 * What a mail about the event may say, and to whom: asked anew each time, from those who know.
 *
 * @returns `undefined` when the request no longer exists
 */
export async function factsOf(
  platform: Platform,
  tx: Tx,
  event: StoredEvent,
  kind: Kind,
): Promise<{ recipient: string | null; facts: MailFacts } | undefined> {
  const { territoryId } = event;
  const request = await requestForMessage(tx, territoryId, event.subject);
  if (!request) return undefined;
  const { publicUrl } = platform.config;
  const organization =
    request.organizationId && (await findContact(tx, territoryId, request.organizationId));
  return {
    recipient: request.email,
    facts: {
      kind,
      language: request.language,
      code: request.code,
      serviceName: request.serviceName,
      place: [request.address, request.communeName].filter(Boolean).join(', '),
      organization: organization || null,
      receivedAt: request.receivedAt,
      dueAt: request.dueAt,
      scheduledStart: scheduledStartOf(event) ?? request.scheduledStart,
      words: TOLD.includes(kind) ? event.reason : null,
      trackingUrl: publicUrl ? `${publicUrl}/suivi/${request.code}` : null,
    },
  };
}

/** Kinds whose reason is written for the resident; a transfer's is between organizations. */
const TOLD: Kind[] = ['answered', 'rejected'];

/** When the visit that the event tells begins, if it tells one. */
export function scheduledStartOf({ data }: StoredEvent): Date | undefined {
  const start = data.scheduledStart;
  return typeof start === 'string' ? new Date(start) : undefined;
}
