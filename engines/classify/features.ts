import type { Example } from './example.ts';
import { wordsOf } from './fold-text.ts';
import { hash } from './hash.ts';

/** Kinds of feature; each kind of a text is brought to the same length before it is weighed. */
export const KINDS = ['word', 'pair', 'piece', 'tag', 'cell'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * What an example says, as parallel lists. `sources` tells where a feature comes from, so that a
 * decision can be explained: an index into `words`, or into `tagNames` after them.
 */
export interface Features {
  words: string[];
  tagNames: string[];
  hashes: number[];
  /** Index into {@link KINDS}. */
  kinds: number[];
  counts: number[];
  sources: number[];
}

const [WORD, PAIR, PIECE, TAG, CELL] = [0, 1, 2, 3, 4];
const SEEDS = KINDS.map((kind) => hash(`${kind}\u0000`));

/** Pieces of words make plurals, endings and misspellings meet (Cavnar and Trenkle 1994). */
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;

/** Sides of the squares of the map, metres. */
const CELL_METRES = [1_000, 400, 150];
const METRES_PER_DEGREE = 111_320;

export function featuresOf(example: Example): Features {
  const words = example.text ? wordsOf(example.text) : [];
  const found: Features = { words, tagNames: [], hashes: [], kinds: [], counts: [], sources: [] };
  /** Where each feature stands in the lists: a repeated one is counted, not listed again. */
  const places = new Map<number, number>();
  const add = (kind: number, value: number, source: number, count = 1) => {
    const place = places.get(value);
    if (place !== undefined) found.counts[place] = (found.counts[place] as number) + count;
    else {
      places.set(value, found.hashes.length);
      found.hashes.push(value);
      found.kinds.push(kind);
      found.counts.push(count);
      found.sources.push(source);
    }
  };
  const seed = (kind: number) => SEEDS[kind] as number;
  words.forEach((word, at) => {
    add(WORD, hash(word, seed(WORD)), at);
    if (at > 0) add(PAIR, hash(word, hash(`${words[at - 1]} `, seed(PAIR))), at);
    const bounded = `^${word}$`;
    for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
      for (let from = 0; from + length <= bounded.length; from++) {
        add(PIECE, hash(bounded, seed(PIECE), from, from + length), at);
      }
    }
  });
  const name = (tag: string) => words.length + found.tagNames.push(tag) - 1;
  for (const [tag, value] of Object.entries(example.tags ?? {})) {
    const values = typeof value === 'string' ? [value] : value;
    const source = name(tag);
    const share = 1 / Math.sqrt(values.length);
    for (const one of values) add(TAG, hash(`${tag}\u0000${one}`, seed(TAG)), source, share);
  }
  const { point } = example;
  if (point) {
    const source = name('place');
    const wide = METRES_PER_DEGREE * Math.cos((point.lat * Math.PI) / 180);
    for (const metres of CELL_METRES) {
      const column = Math.floor((point.long * wide) / metres);
      const row = Math.floor((point.lat * METRES_PER_DEGREE) / metres);
      add(CELL, hash(`${metres} ${column} ${row}`, seed(CELL)), source);
    }
  }
  return found;
}
