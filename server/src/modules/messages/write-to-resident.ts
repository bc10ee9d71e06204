import type { Tx } from '../../platform/db/index.ts';
import { actOfReaction, type StoredEvent } from '../../platform/events/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { messageEvent } from './events.ts';
import { factsOf } from './facts.ts';
import type { Message } from './message.ts';
import type { Kind } from './model.ts';
import { subjectOf } from './render-mail.ts';
import { SEND } from './send-message.ts';
import { insertMessage } from './store.ts';

/**
 * Writes down that the resident is to be told of the event, and queues the sending, in the same
 * transaction: neither exists without the other. Does nothing for a resident who left no address,
 * nor for an event that was told already.
 */
export async function writeToResident(
  platform: Platform,
  tx: Tx,
  event: StoredEvent,
  kind: Kind,
): Promise<void> {
  const { territoryId } = event;
  const found = await factsOf(platform, tx, event, kind);
  if (!found?.recipient) return;
  const ready = platform.config.smtp !== undefined;
  const message: Message = {
    id: uuidv7(platform.clock),
    serviceRequestId: event.subject,
    organizationId: event.organizationId,
    eventId: event.id,
    kind,
    channel: 'email',
    subject: subjectOf(found.facts),
    status: ready ? 'queued' : 'held',
    obstacle: ready ? null : 'no-mail-server',
    lastError: null,
    attempts: 0,
    createdAt: platform.clock.now(),
    sentAt: null,
  };
  if (!(await insertMessage(tx, territoryId, message))) return;
  const act = actOfReaction(platform, 'messages/write-to-resident', territoryId);
  await platform.events.publish(tx, act, messageEvent(message));
  if (ready) await platform.events.later(tx, SEND, { territoryId, messageId: message.id });
}
