import { parisDate } from '../../platform/clock/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { actOfReaction, eventsOf, type StoredEvent } from '../../platform/events/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { messageEvent } from './events.ts';
import { factsOf, scheduledStartOf } from './facts.ts';
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
  if (kind === 'planned' && (await isSameDay(tx, event))) return;
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

/**
 * Whether the visit was already announced for this day: an hour or a crew that changes is the
 * dispatcher's concern, not the resident's.
 */
async function isSameDay(tx: Tx, event: StoredEvent): Promise<boolean> {
  const history = await eventsOf(tx, event.territoryId, [event.subject]);
  const earlier = history.slice(
    0,
    history.findIndex(({ id }) => id === event.id),
  );
  const last = earlier.findLast(({ type }) => VISIT.includes(type));
  if (last?.type !== event.type) return false;
  const [before, now] = [scheduledStartOf(last), scheduledStartOf(event)];
  return before !== undefined && now !== undefined && parisDate(before) === parisDate(now);
}

/** Whatever changes what the resident expects of a visit. */
const VISIT = [
  'service-request.planned',
  'service-request.back-to-triage',
  'service-request.done',
  'service-request.reopened',
];
