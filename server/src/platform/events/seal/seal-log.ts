import type { Platform } from '../../platform.ts';
import { digestEvent, digestSeal, GENESIS, markWords, newSalt, wordsOf } from './digest.ts';
import { merkleRoot } from './merkle-root.ts';
import { appendSeal, lastSeal, lockUnsealed, territoriesToSeal } from './store.ts';

export const SEAL_LOG = 'events/seal';

/** Of one seal: its events are read again, and its digests held, together. */
const MOST = 1_000;

/** Covers by a seal what has entered the log, in every territory. */
export async function sealLogs(platform: Platform): Promise<void> {
  for (const territoryId of await territoriesToSeal(platform.db.read)) {
    await sealLog(platform, territoryId);
  }
}

/**
 * Covers by seals all that has entered the log of a territory and that none covers yet.
 *
 * An act that began before a seal may commit after it: it enters the next one, for seals go by what
 * they found, not by time. Two processes that seal at once make the same number: one of them fails,
 * and changes nothing.
 */
export async function sealLog(platform: Platform, territoryId: string): Promise<void> {
  while (await sealOnce(platform, territoryId));
}

/** @returns whether there may be more */
function sealOnce({ db, clock }: Platform, territoryId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const events = await lockUnsealed(tx, territoryId, MOST);
    if (events.length === 0) return false;
    const leaves = events.map((event) => {
      const words = wordsOf(event);
      const salt = words && newSalt();
      const mark = salt && markWords(words, salt);
      return {
        event_id: event.id,
        hash: digestEvent(event, mark),
        words: mark,
        salt,
        redacted_by: null,
      };
    });
    const previous = await lastSeal(tx, territoryId);
    const seal = {
      territoryId,
      number: (previous?.number ?? 0) + 1,
      previous: previous?.hash ?? GENESIS,
      root: merkleRoot(leaves.map(({ hash }) => hash)),
      events: events.length,
      at: clock.now(),
    };
    await appendSeal(tx, { ...seal, hash: digestSeal(seal) }, leaves);
    return events.length === MOST;
  });
}
