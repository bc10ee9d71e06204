import { createHash } from 'node:crypto';
import type { Act } from '../../../platform/acts/index.ts';
import { eventsOf } from '../../../platform/events/index.ts';
import { uuidv7 } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { cleanText } from '../clean-text.ts';
import { serviceRequestEvent } from '../events.ts';
import { Open311Refusal } from './errors.ts';
import { queueMedia } from './queue-media.ts';
import type { ReceivedUpdate } from './read-update.ts';
import { findPublished } from './store.ts';

/**
 * Adds what a resident wrote in another program to the request that this program brought.
 *
 * Only whoever brought the request may add to it. A status is kept as their opinion: closing and
 * reopening are decided by people.
 *
 * @returns the update's number here; the same one when it is sent again
 * @throws Open311Refusal (404) when the caller brought no such request
 */
export async function receiveUpdate(
  platform: Platform,
  act: Act,
  update: ReceivedUpdate,
): Promise<{ updateId: string }> {
  const { read } = platform.db;
  const request = await findPublished(read, act.territoryId, update.serviceRequestId);
  const [reception] = request ? await eventsOf(read, act.territoryId, [request.id], 1) : [];
  if (!request || reception?.actor.id !== act.actor.id) {
    throw new Open311Refusal(
      404,
      `Vous n’avez confié aucune demande « ${update.serviceRequestId} ».`,
    );
  }
  return platform.perform({ ...act, ...identityOf(update) }, async (tx) => {
    const updateId = uuidv7(platform.clock);
    const facts = { public: true, by: 'open311', updateId, claimedStatus: update.status ?? null };
    const words = cleanText(update.description) || `État indiqué : ${update.status ?? 'photo'}.`;
    await platform.events.publish(tx, act, serviceRequestEvent('commented', request, facts, words));
    await queueMedia(platform, tx, [{ act, request, mediaUrls: update.mediaUrls }]);
    return { updateId };
  });
}

/** Their number makes a repetition known, whatever header came or did not come with it. */
function identityOf(update: ReceivedUpdate): Pick<Act, 'idempotency'> {
  if (update.theirId === undefined) return {};
  const fingerprint = createHash('sha256').update(JSON.stringify(update)).digest('base64url');
  const key = `open311-update:${update.serviceRequestId}:${update.theirId}`;
  return { idempotency: { key, fingerprint } };
}
