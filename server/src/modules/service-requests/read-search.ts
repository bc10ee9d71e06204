import type { Tx } from '../../platform/db/index.ts';
import { readQuery, wordsLike } from './inbox-store.ts';
import { wordsOf } from './words.ts';

/** What was searched, in the form that the index reads ('' when it has no word). */
export interface Search {
  /** As it was typed; accents, case and plurals do not count. */
  asTyped: string;
  /** With each word replaced by those of the vocabulary that are spelt like it. */
  mended(): Promise<string>;
}

const SHORTEST_MENDED = 4;
const WORDS_MENDED = 8;

/**
 * Reads the words of a search.
 *
 * A misspelt word is mended on the vocabulary, some tens of thousands of words, and only when the
 * search as typed found nothing: comparing the trigrams of every description would cost seconds.
 */
export async function readSearch(tx: Tx, territoryId: string, text: string): Promise<Search> {
  return {
    asTyped: await readQuery(tx, text),
    async mended() {
      const alternatives: string[] = [];
      for (const word of wordsOf(text).slice(0, WORDS_MENDED)) {
        if (word.length < SHORTEST_MENDED) continue;
        const alike = await wordsLike(tx, territoryId, word);
        const queries = await Promise.all([word, ...alike].map((known) => readQuery(tx, known)));
        const known = [...new Set(queries.filter((query) => query !== ''))];
        if (known.length > 0) alternatives.push(`(${known.join(' | ')})`);
      }
      return alternatives.join(' & ');
    },
  };
}
