import { meaningfulWords, similarity } from '../words.ts';

/** Words of a description, each once, by its stem. */
export type Stems = ReadonlyMap<string, string>;

/** A letter may tell a life; its first words say the most. */
const WORDS_READ = 40;
/** Below this a word is not the same misspelt, but another. */
const LIKE_ENOUGH = 0.45;
const SHORTEST_MISSPELT = 5;

/** Brings a text to the words that can be compared. */
export function stemsOf(text: string): Stems {
  const stems = new Map<string, string>();
  // Word by word, so that what is told keeps its accents.
  for (const [written] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (stems.size === WORDS_READ) break;
    for (const { stem } of meaningfulWords(written)) {
      if (!stems.has(stem)) stems.set(stem, written);
    }
  }
  return stems;
}

export interface InCommon {
  /** From 0 to 1: of the shorter text, how much the other says too. */
  likeness: number;
  /** As the first text has them. */
  words: string[];
}

/**
 * What two descriptions say alike, misspellings forgiven.
 *
 * @param said - stems that any report of these services would have (the words of their name): they
 *   count a quarter
 * @returns undefined when either says nothing that could be compared
 */
export function wordsInCommon(
  one: Stems,
  other: Stems,
  said: ReadonlySet<string>,
): InCommon | undefined {
  if (one.size === 0 || other.size === 0) return undefined;
  const weight = (stem: string) => (said.has(stem) ? 0.25 : 1);
  const total = (stems: Stems) => [...stems.keys()].reduce((sum, stem) => sum + weight(stem), 0);
  const words: string[] = [];
  let shared = 0;
  const left = new Set(other.keys());
  const unmatched: string[] = [];
  for (const [stem, word] of one) {
    if (left.delete(stem)) {
      shared += weight(stem);
      words.push(word);
    } else unmatched.push(stem);
  }
  for (const stem of unmatched) {
    const found = closest(stem, left);
    if (!found) continue;
    left.delete(found.stem);
    shared += found.likeness * Math.min(weight(stem), weight(found.stem));
    words.push(one.get(stem) as string);
  }
  return { likeness: Math.min(1, shared / Math.min(total(one), total(other))), words };
}

/** Who misspells hardly ever misses the first letter: the others are not even looked at. */
function closest(stem: string, among: Iterable<string>) {
  if (stem.length < SHORTEST_MISSPELT) return undefined;
  let best: { stem: string; likeness: number } | undefined;
  for (const candidate of among) {
    if (candidate[0] !== stem[0] || Math.abs(candidate.length - stem.length) > 3) continue;
    const likeness = similarity(stem, candidate);
    if (likeness >= LIKE_ENOUGH && likeness > (best?.likeness ?? 0)) {
      best = { stem: candidate, likeness };
    }
  }
  return best;
}
