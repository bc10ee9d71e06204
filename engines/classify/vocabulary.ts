import type { Features } from './features.ts';

/**
 * The features that a model knows, by their hashes alone: no word of anyone stands in it, and what
 * only one example says is not learnt.
 */
export interface Vocabulary {
  /** In ascending order; a feature's index is its place here. */
  hashes: Uint32Array;
  /** Inverse document frequency: the rare says more than the common (Spärck Jones 1972). */
  rarity: Float32Array;
}

const LEAST_EXAMPLES = 2;

/** @param most - how many features at most; those of the most examples are kept */
export function learnVocabulary(examples: readonly Features[], most: number): Vocabulary {
  const spread = new Map<number, number>();
  for (const { hashes } of examples) {
    for (const hash of hashes) spread.set(hash, (spread.get(hash) ?? 0) + 1);
  }
  const kept = [...spread]
    .filter(([, count]) => count >= LEAST_EXAMPLES)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, most)
    .sort((a, b) => a[0] - b[0]);
  const rare = ([, count]: [number, number]) => Math.log((1 + examples.length) / (1 + count)) + 1;
  return {
    hashes: Uint32Array.from(kept, ([hash]) => hash),
    rarity: Float32Array.from(kept, rare),
  };
}

/** Finds a feature's index by its hash, −1 when it is not known: a table with open addressing. */
export function createLookup({ hashes }: Vocabulary): (hash: number) => number {
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const mask = size - 1;
  const first = (hash: number) => (Math.imul(hash, 0x9e3779b1) >>> 8) & mask;
  hashes.forEach((hash, index) => {
    let slot = first(hash);
    while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
    slots[slot] = index;
  });
  return (hash) => {
    for (let slot = first(hash); ; slot = (slot + 1) & mask) {
      const index = slots[slot] as number;
      if (index < 0 || hashes[index] === hash) return index;
    }
  };
}
