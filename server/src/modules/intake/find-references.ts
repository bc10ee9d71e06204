import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Reference } from './model.ts';
import {
  type RequestForIntake,
  recipientsOf,
  recogniseAnswer,
  requestForIntake,
} from './neighbours.ts';
import { inboundByMessageId } from './store.ts';

/** What of a mail may tell which request it is about. */
export interface ToRecognise {
  sender: string;
  references: readonly string[];
  recipients: readonly string[];
  /** Its subject and its author's own words. */
  words: string;
}

/**
 * The requests that a mail seems to be about, the surest first: by an address or a Message-ID of
 * ours, by a mail that was joined before it, by a tracking code in its words.
 */
export async function findReferences(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  { sender, references, recipients, words }: ToRecognise,
): Promise<Reference[]> {
  const answered = await recogniseAnswer(platform, tx, territoryId, {
    messageIds: references,
    recipients,
  });
  const earlier = await inboundByMessageId(tx, territoryId, references);
  const weak = { secret: false, recipientKey: null };
  const asked = [
    ...answered.map(({ requestId, secret, recipientKey }) => ({
      by: { id: requestId },
      secret,
      recipientKey,
    })),
    ...earlier.flatMap(({ serviceRequestId: id }) => (id ? { by: { id }, ...weak } : [])),
    ...codesIn(words).map((code) => ({ by: { code }, ...weak })),
  ];
  const found: Reference[] = [];
  for (const { by, secret, recipientKey } of asked) {
    const request = await requestForIntake(tx, territoryId, by);
    if (!request || found.some(({ requestId }) => requestId === request.id)) continue;
    const known = await recipientsOf(platform, tx, territoryId, request.id);
    const author = known.find(
      ({ channel, address }) => channel === 'email' && address.toLowerCase() === sender,
    );
    const key = author?.key ?? recipientKey;
    const isTheirs = author !== undefined || isReporter(request, sender);
    found.push({ requestId: request.id, secret, isTheirs, by: voiceOf(key) });
  }
  return found;
}

/** Who reported, even when they asked to be answered otherwise than by mail. */
function isReporter({ email }: RequestForIntake, sender: string): boolean {
  return sender !== '' && email?.toLowerCase() === sender;
}

/** As `following` names them: `reporter…`, or the follower's id. */
function voiceOf(key: string | null): Reference['by'] {
  return key === null || key.startsWith('reporter') ? 'reporter' : 'follower';
}

/** Eight symbols of Crockford's alphabet; a hyphen or a space in the middle, as people copy them. */
const CODE = /(?<![\p{L}\d])[0-9A-HJKMNP-TV-Z]{4}[-–\s]?[0-9A-HJKMNP-TV-Z]{4}(?![\p{L}\d])/giu;
const MOST_CODES = 5;

/**
 * What looks like a tracking code. One in twenty has no digit: such a one is recognised by its hyphen,
 * as any two words of four letters are not.
 */
export function codesIn(text: string): string[] {
  const found = text.slice(0, 20_000).match(CODE) ?? [];
  return [...new Set(found.filter((code) => /[\d\-–]/.test(code)))].slice(0, MOST_CODES);
}
