import { fold } from '#lib/fold.ts';

/**
 * The words that made a service come up, as their author wrote them: the API answers them folded,
 * without capitals or accents.
 */
export function asWritten(text: string, matched: readonly string[]): string[] {
  const wanted = new Set(matched.map(fold));
  const found = new Map<string, string>();
  for (const word of text.match(/[\p{Letter}\p{Mark}\p{Number}]+/gu) ?? []) {
    const folded = fold(word);
    if (wanted.has(folded) && !found.has(folded)) found.set(folded, word);
  }
  return [...found.values()];
}
