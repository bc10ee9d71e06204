import type { Tx } from '../db/index.ts';
import { uuidv7 } from '../ids/index.ts';
import type { Platform } from '../platform.ts';
import type { StoredEvent } from './event.ts';
import { markWords, newSalt, wordsOf } from './seal/digest.ts';
import { saltAnew } from './seal/store.ts';
import { REDACTED } from './seal/verify-log.ts';
import { appendEvents, lockEventsOf, replaceWords } from './store.ts';
import { actOfReaction } from './worker.ts';

/**
 * Takes words out of the story of things: the only change that the log ever knows. What happened,
 * when, in which order and by whom stays; whoever calls tells the act by an event of its own.
 *
 * Where a seal covers the event, the salt that its words were marked with is forgotten: the seal
 * stays true and tells nothing of them. One more event, `log.redacted`, vouches for what remains.
 *
 * @param redact - the words as they are to stay; the same words change nothing
 * @returns how many events changed
 */
export async function redactEvents(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  subjects: readonly string[],
  redact: (words: string, event: StoredEvent) => string,
): Promise<number> {
  if (subjects.length === 0) return 0;
  const events = await lockEventsOf(tx, territoryId, subjects);
  let changed = 0;
  for (const event of events) {
    const reason = event.reason && redact(event.reason, event);
    const { text } = event.data;
    const words = typeof text === 'string' ? redact(text, event) : text;
    if (reason === event.reason && words === text) continue;
    const data = words === text ? event.data : { ...event.data, text: words };
    const redacted = { ...event, reason, data };
    await replaceWords(tx, redacted);
    if (event.sealed) await vouch(platform, tx, redacted);
    changed++;
  }
  return changed;
}

/** Says in the log, hence under its next seal, which words remain, without saying them. */
async function vouch(platform: Platform, tx: Tx, event: StoredEvent): Promise<void> {
  const { territoryId, id: eventId } = event;
  const salt = newSalt();
  const id = uuidv7(platform.clock);
  await saltAnew(tx, territoryId, { eventId, salt, redactedBy: id });
  await appendEvents(tx, [
    {
      id,
      act: actOfReaction(platform, REDACTED, territoryId),
      type: REDACTED,
      subject: eventId,
      organizationId: null,
      data: { words: markWords(wordsOf(event), salt) },
    },
  ]);
}
