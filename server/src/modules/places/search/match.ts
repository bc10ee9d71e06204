import { STREET_TYPES } from './words.ts';

/** How well words match a name: exact before prefix before fuzzy. */
export interface Match {
  /** 3: all the words, and nothing is missing. 2: each word begins one of the name's. 1: with slips. */
  tier: 1 | 2 | 3;
  /** From 0 to 1. */
  score: number;
}

/**
 * Compares the words of a query with those of a name and of its commune, in any order.
 *
 * @returns undefined when a word that matters is nowhere
 */
export function matchWords(
  query: readonly string[],
  name: readonly string[],
  commune: readonly string[],
): Match | undefined {
  if (query.length === 0) return undefined;
  const free = [...name, ...commune];
  let tier: Match['tier'] = 3;
  let [sum, weights] = [0, 0];
  for (const word of query) {
    const isType = STREET_TYPES.has(word);
    const best = free.reduce(
      (found, candidate, index) => {
        const likeness = likenessOf(word, candidate);
        return likeness > found.likeness ? { likeness, index } : found;
      },
      { likeness: 0, index: -1 },
    );
    // « avenue de la Fontaine » for a rue is a slip; a word of the name that is nowhere is not.
    if (best.likeness === 0 && !isType) return undefined;
    if (best.index >= 0) free.splice(best.index, 1);
    const weight = isType ? 0.3 : 1;
    sum += best.likeness * weight;
    weights += weight;
    if (best.likeness < PREFIX) tier = 1;
    else if (best.likeness < 1 && tier === 3) tier = 2;
  }
  const missing = name.filter((word) => free.includes(word) && !commune.includes(word)).length;
  if (missing > 0 && tier === 3) tier = 2;
  const coverage = name.length === 0 ? 1 : 1 - missing / name.length;
  return { tier, score: (sum / weights) * (0.8 + 0.2 * coverage) };
}

const PREFIX = 0.9;
const ONE_SLIP = 0.75;
const TWO_SLIPS = 0.6;

/** 1 the same, 0.9 begins it, less with one slip or, in a long word, two; else 0. */
function likenessOf(typed: string, word: string): number {
  if (typed === word) return 1;
  if (word.startsWith(typed)) return PREFIX;
  if (typed.length < 4 || /\d/.test(typed)) return 0;
  const most = typed.length >= 8 ? 2 : 1;
  const slips = Math.min(
    slipsBetween(typed, word, most),
    // Somebody who is still typing may already have slipped.
    slipsBetween(typed, word.slice(0, typed.length), most),
  );
  if (slips > most) return 0;
  return slips === 1 ? ONE_SLIP : TWO_SLIPS;
}

/**
 * Letters to add, drop, change or swap with their neighbour to make one word of the other;
 * anything above `most` once it is known to exceed it.
 *
 * Source: optimal string alignment, Boytsov 2011, §2.2.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      }
      row.push(cost);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length] as number;
}
