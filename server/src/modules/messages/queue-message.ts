import type { Tx } from '../../platform/db/index.ts';
import { actOfReaction, type StoredEvent } from '../../platform/events/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { messageEvent } from './events.ts';
import type { Message } from './message.ts';
import { type Channel, waitsForDay } from './model.ts';
import type { Recipient } from './neighbours.ts';
import { leavesAt } from './quiet-hours.ts';
import { readQuietHours } from './quiet-hours-store.ts';
import { type MailFacts, subjectOf } from './render-mail.ts';
import { SEND, type SendPayload } from './send-message.ts';
import { insertMessage } from './store.ts';

/**
 * Writes down one message and queues its sending, in the same transaction: neither exists without
 * the other. Does nothing when this person was told of the event already.
 */
export async function queueMessage(
  platform: Platform,
  tx: Tx,
  event: StoredEvent,
  recipient: Recipient,
  facts: MailFacts,
): Promise<void> {
  const { territoryId } = event;
  const { channel } = recipient;
  if (channel === 'none') return;
  const now = platform.clock.now();
  const message: Message = {
    id: uuidv7(platform.clock),
    serviceRequestId: recipient.requestId,
    organizationId: event.organizationId,
    eventId: event.id,
    kind: facts.kind,
    recipientKey: recipient.key,
    channel,
    subject: subjectOf(facts),
    ...departure(platform, channel),
    lastError: null,
    attempts: 0,
    createdAt: now,
    sentAt: null,
  };
  if (!(await insertMessage(tx, territoryId, message))) return;
  const act = actOfReaction(platform, 'messages/queue', territoryId);
  await platform.events.publish(tx, act, messageEvent(message));
  if (message.status !== 'queued') return;
  const at = waitsForDay(channel, facts.kind)
    ? leavesAt(now, await readQuietHours(tx, territoryId))
    : now;
  const payload: SendPayload = { territoryId, messageId: message.id };
  await platform.events.later(tx, SEND, payload, at > now ? at : undefined);
}

/** How a new message starts: on its way, or waiting for what would send it. */
function departure({ config }: Platform, channel: Channel): Pick<Message, 'status' | 'obstacle'> {
  if (channel === 'letter') return { status: 'to-print', obstacle: null };
  if (channel === 'sms')
    return config.sms ? LEAVES : { status: 'held', obstacle: 'no-sms-gateway' };
  return config.smtp ? LEAVES : { status: 'held', obstacle: 'no-mail-server' };
}

const LEAVES = { status: 'queued', obstacle: null } as const;
