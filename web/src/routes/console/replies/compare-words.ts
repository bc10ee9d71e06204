/** A stretch of words that two versions share, or that one of them has. */
export interface Stretch {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Beyond this many words in both together, comparing would hold up the screen. */
const COMPARED = 4_000;

/**
 * What changed between two texts, word by word: their longest common subsequence, spaces kept.
 */
export function compareWords(before: string, after: string): Stretch[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length + b.length > COMPARED) {
    return joined([
      ['removed', before],
      ['added', after],
    ]);
  }
  // lengths[i][j]: how many words a from i and b from j have in common.
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i] as Uint16Array;
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const found: [Stretch['kind'], string][] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push(['same', a[i++] as string]);
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      found.push(['removed', a[i++] as string]);
    } else found.push(['added', b[j++] as string]);
  }
  return joined(found);
}

const wordsOf = (text: string) => text.match(/\s+|[^\s]+/g) ?? [];

function joined(parts: [Stretch['kind'], string][]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [kind, text] of parts) {
    const last = stretches.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== '') stretches.push({ kind, text });
  }
  return stretches;
}
