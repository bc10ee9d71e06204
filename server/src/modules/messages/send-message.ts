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
import type { SmsGateway } from './sms/gateway.ts';
import { referenceOf } from './sms/receive-report.ts';
import { renderSms } from './sms/render-sms.ts';
import { findMessage, updateMessage } from './store.ts';

/** Name of the task that sends one message. */
export const SEND = 'messages/send';

/** Payload of a {@link SEND} job. */
export interface SendPayload {
  territoryId: string;
  messageId: string;
}

/** What carries messages away; absent when the installation has none. */
export interface Transports {
  mailer: Mailer | undefined;
  sms: SmsGateway | undefined;
}

/**
 * Sends one message, and writes down what became of it.
 *
 * At least once: when the server has accepted it and the program dies before writing so, the job
 * runs again. The second copy has the same Message-ID, or the same reference, so mail servers,
 * readers and gateways recognise it.
 */
export async function sendMessage(
  platform: Platform,
  transports: Transports,
  { territoryId, messageId }: SendPayload,
): Promise<void> {
  const message = await findMessage(platform.db.read, territoryId, messageId);
  if (message?.status !== 'queued') return;
  const { channel } = message;
  const transport = channel === 'sms' ? transports.sms : transports.mailer;
  if (!transport) {
    const obstacle = channel === 'sms' ? 'no-sms-gateway' : 'no-mail-server';
    return settle(platform, territoryId, { ...message, status: 'held', obstacle });
  }
  const found = await contentsOf(platform, territoryId, message);
  if ('obstacle' in found) {
    return settle(platform, territoryId, { ...message, status: 'failed', ...found });
  }
  const outcome =
    found.recipient.channel === channel &&
    (await hand(platform, transports, territoryId, message, found));
  if (!outcome) {
    return settle(platform, territoryId, { ...message, status: 'failed', obstacle: 'no-address' });
  }
  const attempted = { ...message, attempts: message.attempts + 1 };
  return settle(platform, territoryId, afterAttempt(attempted, outcome, platform.clock.now()));
}

/** Hands it over. @returns `undefined` when the address cannot be one */
async function hand(
  platform: Platform,
  { mailer, sms }: Transports,
  territoryId: string,
  message: Message,
  { recipient, facts }: { recipient: Recipient; facts: MailFacts },
): Promise<Outcome | undefined> {
  if (message.channel === 'sms') {
    return sms?.send({
      to: recipient.address,
      text: renderSms(facts),
      reference: referenceOf(territoryId, message.id),
    });
  }
  if (!isSendable(recipient.address)) return undefined;
  const domain = senderDomain(platform);
  return mailer?.send(renderMail(facts), {
    to: recipient.address,
    replyTo: (await mailboxOf(platform, territoryId, recipient)) ?? replyToOf(facts),
    messageId: `<${message.id}@${domain}>`,
    thread: message.serviceRequestId ? `<${message.serviceRequestId}@${domain}>` : undefined,
    language: facts.language,
    unfollowUrl: facts.unfollowUrl,
  });
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
