import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { codesIn } from './find-references.ts';
import type { Inbound } from './inbound.ts';
import { judge, type Reference } from './model.ts';
import { requestForIntake, requestsOfPhone } from './neighbours.ts';
import { lastHourOf, type Reading } from './read-mail.ts';

/** What whoever wants no more messages sends (« STOP » is what French operators impose). */
const STOP = /^\s*(?:stop|arret|arrêt|desabonnement|désabonnement|unsubscribe)\s*[.!]*\s*$/iu;

/**
 * Decides what a text message becomes. A number that has one open request speaks of that one; with
 * several, a person says of which, unless it names its code.
 */
export async function understandSms(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  message: Inbound,
): Promise<Reading> {
  // Whoever says so may follow something, or have a closed request that is opened again.
  if (STOP.test(message.text)) return { message, attachments: [], verdict: { state: 'stop' } };
  const open = await requestsOfPhone(tx, territoryId, message.sender.address);
  const [only] = open;
  const named = await referenceIn(tx, territoryId, message);
  const references: Reference[] = named
    ? [named]
    : open.length === 1 && only
      ? [{ requestId: only.id, secret: false, isTheirs: true, by: 'reporter' }]
      : [];
  const lastHour = await lastHourOf(platform, tx, territoryId, message);
  const verdict =
    references.length === 0 && open.length > 1
      ? ({ state: 'held', reason: 'ambiguous' } as const)
      : judge({ hasWords: message.text.trim() !== '', references, lastHour });
  return {
    message: {
      ...message,
      mentionedRequestId: verdict.state === 'words' ? null : (only?.id ?? null),
    },
    attachments: [],
    verdict,
  };
}

async function referenceIn(
  tx: Tx,
  territoryId: string,
  { text, sender }: Inbound,
): Promise<Reference | undefined> {
  for (const code of codesIn(text)) {
    const request = await requestForIntake(tx, territoryId, { code });
    if (request) {
      return {
        requestId: request.id,
        secret: false,
        isTheirs: request.phone === sender.address,
        by: 'reporter',
      };
    }
  }
  return undefined;
}
