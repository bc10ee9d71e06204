import { actOfReaction } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { contentsOf } from './contents.ts';
import { messageEvent } from './events.ts';
import type { Mailer, Outcome } from './mailer.ts';
import type { Message } from './message.ts';
import { isSendable, nextAttempt } from './model.ts';
import type { Recipient } from './neighbours.ts';
import { type MailFacts, renderMail } from './render-mail.ts';
import { replyAddressOf } from './reply-address.ts';
import { findMessage, updateMessage } from './store.ts';

/** Name of the task that sends one message. */
export const SEND = 'messages/send';

/** Payload of a {@link SEND} job. */
export interface SendPayload {
  territoryId: string;
  messageId: string;
}

/**
 * Sends one message, and writes down what became of it.
 *
 * At least once: when the mail server has accepted the mail and the program dies before writing
 * so, the job runs again. The second copy has the same Message-ID, so mail servers and readers
 * recognise it.
 */
export async function sendMessage(
  platform: Platform,
  mailer: Mailer | undefined,
  { territoryId, messageId }: SendPayload,
): Promise<void> {
  const message = await findMessage(platform.db.read, territoryId, messageId);
  if (message?.status !== 'queued') return;
  if (!mailer) {
    return settle(platform, territoryId, {
      ...message,
      status: 'held',
      obstacle: 'no-mail-server',
    });
  }
  const found = await contentsOf(platform, territoryId, message);
  if (found?.recipient.channel !== 'email' || !isSendable(found.recipient.address)) {
    return settle(platform, territoryId, { ...message, status: 'failed', obstacle: 'no-address' });
  }
  const { recipient, facts } = found;
  const domain = senderDomain(platform);
  const outcome = await mailer.send(renderMail(facts), {
    to: recipient.address,
    replyTo: (await mailboxOf(platform, territoryId, recipient)) ?? replyToOf(facts),
    messageId: `<${message.id}@${domain}>`,
    thread: message.serviceRequestId ? `<${message.serviceRequestId}@${domain}>` : undefined,
    language: facts.language,
    unfollowUrl: facts.unfollowUrl,
  });
  const attempted = { ...message, attempts: message.attempts + 1 };
  return settle(platform, territoryId, afterAttempt(attempted, outcome, platform.clock.now()));
}

/** What the outcome of an attempt makes of the message, and when to try again if at all. */
function afterAttempt(message: Message, result: Outcome, at: Date): Message & { retryAt?: Date } {
  if (result.outcome === 'sent') {
    return { ...message, status: 'sent', obstacle: null, lastError: null, sentAt: at };
  }
  const told = { ...message, obstacle: result.outcome, lastError: result.error };
  const retryAt = result.outcome === 'unreachable' ? nextAttempt(message.attempts, at) : undefined;
  return retryAt ? { ...told, retryAt } : { ...told, status: 'failed' };
}

async function settle(
  platform: Platform,
  territoryId: string,
  message: Message & { retryAt?: Date },
): Promise<void> {
  await platform.db.transaction(async (tx) => {
    await updateMessage(tx, territoryId, message);
    if (message.retryAt) {
      const payload: SendPayload = { territoryId, messageId: message.id };
      await platform.events.later(tx, SEND, payload, message.retryAt);
    } else {
      await platform.events.publish(
        tx,
        actOfReaction(platform, SEND, territoryId),
        messageEvent(message),
      );
    }
  });
}

/** What a reporter answers is put with their request; a follower's answer is for people to read. */
async function mailboxOf(
  platform: Platform,
  territoryId: string,
  { role, requestId }: Recipient,
): Promise<string | undefined> {
  if (role !== 'reporter' || requestId === null) return undefined;
  return replyAddressOf(platform, platform.db.read, territoryId, requestId);
}

function replyToOf({ organization }: MailFacts): string | undefined {
  const address = organization?.email;
  return address && isSendable(address) ? address : undefined;
}

/** RFC 5322 §3.6.4 recommends the sender's own domain at the right of a Message-ID. */
export function senderDomain({ config }: Platform): string {
  return /@([^\s<>@]+)>?$/.exec(config.smtp?.from ?? '')?.[1] ?? 'localhost';
}
