import { LRUCache } from 'lru-cache';
import { type Db, onePer, type Tx } from '../../platform/db/index.ts';
import { insertWords } from './store.ts';
import { wordsOf } from './words.ts';

const KNOWN_WORDS = 100_000;
const seenBy = onePer((_: Db) => new LRUCache<string, true>({ max: KNOWN_WORDS }));

/** Letters only: no number, code or address of a mailbox; long enough to be mended. */
const WORD = /^\p{L}{4,30}$/u;

/**
 * Adds the words of new requests to the vocabulary that mends misspelt searches.
 *
 * A town soon uses the same words again: those that this process has seen cost nothing.
 */
export async function learnWords(
  db: Db,
  tx: Tx,
  texts: readonly { territoryId: string; value: string }[],
): Promise<void> {
  const seen = seenBy(db);
  const fresh = new Map<string, { territoryId: string; word: string }>();
  for (const { territoryId, value } of texts) {
    for (const word of wordsOf(value)) {
      const key = `${territoryId} ${word}`;
      if (WORD.test(word) && !seen.has(key)) fresh.set(key, { territoryId, word });
    }
  }
  await insertWords(tx, [...fresh.values()]);
  tx.afterCommit(() => {
    for (const key of fresh.keys()) seen.set(key, true);
  });
}
