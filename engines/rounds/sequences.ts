import type { State } from './state.ts';

/**
 * A plan as a row of numbers, to be kept, compared and sent between threads: for each crew that has
 * something to do, `−1 − crew`, then its jobs.
 */
export type Sequences = Int32Array;

/** Longest that the sequences of a problem can be. */
function longest(jobs: number, crews: number): number {
  return jobs + crews;
}

export function writeSequences(state: State): Sequences {
  const { jobs, crews } = state.model;
  const row = new Int32Array(longest(jobs, crews));
  return row.slice(0, writeInto(state, row));
}

/** @returns the length written */
export function writeInto(state: State, row: Int32Array): number {
  const { crews } = state.model;
  let length = 0;
  for (let crew = 0; crew < crews; crew++) {
    if (state.size[crew] === 0) continue;
    row[length++] = -1 - crew;
    const end = state.endOf(crew);
    for (let node = state.next[state.startOf(crew)]!; node !== end; node = state.next[node]!) {
      row[length++] = node;
    }
  }
  return length;
}

/** Where each round stands in a row: calls back with the crew, and from where to where. */
export function eachRound(
  row: Sequences,
  call: (crew: number, from: number, to: number) => void,
): void {
  for (let at = 0; at < row.length; ) {
    const crew = -1 - row[at]!;
    const from = at + 1;
    for (at = from; at < row.length && row[at]! >= 0; at++);
    call(crew, from, at);
  }
}
