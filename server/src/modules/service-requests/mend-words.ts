import type { Tx } from '../../platform/db/index.ts';
import type { Words } from './inbox/asked.ts';
import { wordsLike } from './inbox/words-store.ts';
import { wordsOf } from './words.ts';

const SHORTEST_MENDED = 4;
const WORDS_MENDED = 8;

/**
 * Replaces each word of a search by those of the vocabulary that are spelt like it.
 *
 * The vocabulary is some tens of thousands of words: comparing the trigrams of every description
 * would cost seconds.
 *
 * @returns undefined when no word is long enough to be mended
 */
export async function mendWords(
  tx: Tx,
  territoryId: string,
  text: string,
): Promise<Words | undefined> {
  const asked = [...new Set(wordsOf(text))]
    .filter((word) => word.length >= SHORTEST_MENDED)
    .slice(0, WORDS_MENDED);
  if (asked.length === 0) return undefined;
  const alike = await wordsLike(tx, territoryId, asked);
  // Words hold letters and digits only: nothing in them is an operator.
  const alternatives = asked.map((word) => `(${[word, ...(alike.get(word) ?? [])].join(' | ')})`);
  return { mended: alternatives.join(' & ') };
}
