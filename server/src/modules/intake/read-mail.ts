import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findReferences } from './find-references.ts';
import type { Inbound, InboundAttachment } from './inbound.ts';
import { keepAttachments } from './keep-attachments.ts';
import { automaticOf } from './mail/automatic.ts';
import { ownWords } from './mail/own-words.ts';
import { type ParsedMail, parseMail, UnreadableMail } from './mail/parse-mail.ts';
import { readBounce } from './mail/read-bounce.ts';
import { judge, MOST_FROM_ALL, MOST_FROM_ONE, type Reference, type Verdict } from './model.ts';
import { recipientFor, recogniseAnswer } from './neighbours.ts';
import { countSince, inboundByMessageId } from './store.ts';

/** What reading made of a message, before anything is written. */
export interface Reading {
  message: Inbound;
  attachments: InboundAttachment[];
  verdict: Verdict;
  /** Of a bounce: the mail of ours that it is about. */
  bouncedMessageId?: string;
}

const HOUR_MS = 60 * 60_000;

/** Reads a mail that was kept. Whatever it holds, something is made of it. */
async function readMail(platform: Platform, message: Inbound): Promise<ReadMail> {
  const raw = message.rawSha256 && (await platform.documents.get(message.rawSha256));
  if (!raw) throw new Error(`The bytes of message ${message.id} are not kept`);
  try {
    const mail = await parseMail(raw);
    return { mail, raw };
  } catch (error) {
    if (error instanceof UnreadableMail) return { raw };
    throw error;
  }
}

interface ReadMail {
  raw: Buffer;
  mail?: ParsedMail;
}

/** Decides what a mail becomes, and keeps its files when they are of use. */
export async function understandMail(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  message: Inbound,
): Promise<Reading> {
  const { mail, raw } = await readMail(platform, message);
  if (!mail) {
    return { message, attachments: [], verdict: { state: 'held', reason: 'unreadable' } };
  }
  const text = ownWords(mail.text).slice(0, LONGEST_TEXT);
  const read: Inbound = {
    ...message,
    sender: mail.from,
    subject: mail.subject,
    text,
    messageId: mail.messageId,
    leftOut: mail.leftOut,
  };
  const bounce = await understandBounce(platform, tx, territoryId, mail, raw);
  if (bounce) return { message: read, attachments: [], ...bounce };
  const automatic = automaticOf({ ...mail, from: mail.from.address, ours: oursOf(platform) });
  if (automatic) {
    return { message: read, attachments: [], verdict: { state: 'ignored', reason: automatic } };
  }
  if (await isRepeated(tx, territoryId, read)) {
    return { message: read, attachments: [], verdict: { state: 'ignored', reason: 'duplicate' } };
  }
  const references = await findReferences(platform, tx, territoryId, {
    sender: mail.from.address,
    references: mail.references,
    recipients: mail.recipients,
    words: `${mail.subject}\n${text}`,
  });
  const verdict = judge({
    hasWords: text !== '' || mail.subject !== '' || mail.attachments.length > 0,
    references,
    lastHour: await lastHourOf(platform, tx, territoryId, read),
  });
  return {
    message: { ...read, mentionedRequestId: mentioned(references, verdict) },
    attachments: await keepAttachments(platform, territoryId, mail.attachments),
    verdict,
  };
}

/** As a form takes; the whole is in the raw mail. */
const LONGEST_TEXT = 9_000;

/**
 * A mail server's report is believed only of a mail that we sent, to the address that it names: who
 * would forge one has to have received that mail. All other reports are nobody's words.
 */
async function understandBounce(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  mail: ParsedMail,
  raw: Buffer,
): Promise<Pick<Reading, 'verdict' | 'bouncedMessageId'> | undefined> {
  const report = readBounce(mail, raw);
  if (!report) return undefined;
  if (!report.failed) return { verdict: { state: 'ignored', reason: 'delivery-report' } };
  const answered = await recogniseAnswer(platform, tx, territoryId, {
    messageIds: report.returnedIds,
    recipients: [],
  });
  for (const { requestId, messageId, recipientKey } of answered) {
    if (messageId === null || recipientKey === null) continue;
    const recipient = await recipientFor(platform, tx, territoryId, requestId, recipientKey);
    if (recipient && report.recipients.includes(recipient.address.toLowerCase())) {
      return { verdict: { state: 'bounce', requestId }, bouncedMessageId: messageId };
    }
  }
  return { verdict: { state: 'ignored', reason: 'foreign-bounce' } };
}

/** The same mail again: sent to two of our addresses, or fetched again from a mailbox begun anew. */
async function isRepeated(tx: Tx, territoryId: string, message: Inbound): Promise<boolean> {
  if (!message.messageId) return false;
  const alike = await inboundByMessageId(tx, territoryId, [message.messageId]);
  return alike.some(
    (other) =>
      other.id !== message.id &&
      other.readAt !== null &&
      other.sender.address === message.sender.address &&
      other.subject === message.subject &&
      other.text === message.text,
  );
}

export function lastHourOf(platform: Platform, tx: Tx, territoryId: string, message: Inbound) {
  const since = new Date(platform.clock.now().getTime() - HOUR_MS);
  const most = { fromThem: MOST_FROM_ONE, fromAll: MOST_FROM_ALL };
  return countSince(tx, territoryId, message, since, most);
}

function mentioned(references: readonly Reference[], verdict: Verdict): string | null {
  return verdict.state === 'words' ? null : (references[0]?.requestId ?? null);
}

/** Addresses from which only we write. */
function oursOf({ config }: Platform): ReadonlySet<string> {
  const from = /<?([^\s<>]+@[^\s<>]+?)>?$/.exec(config.smtp?.from ?? '')?.[1];
  return new Set([from?.toLowerCase(), config.replyTo].filter((one) => one !== undefined));
}
