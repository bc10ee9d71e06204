import type { LiveArc } from './contractible.ts';
import { Heap } from './heap.ts';

/** A search that looks further finds fewer useless shortcuts, and costs more than they do. */
const MOST_SETTLED = 60;

/**
 * Makes the search for a way around a node: an exact answer is not needed, since a shortcut too many
 * is slower, never wrong.
 */
export function createWitnessSearch(nodes: number, out: readonly LiveArc[][]) {
  const queue = new Heap(nodes);
  const reached = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const touched: number[] = [];
  const witness = (node: number) => reached[node] as number;

  /** @returns seconds from `source` to a node without passing `avoided`, or more than them */
  return (source: number, avoided: number, limit: number): ((node: number) => number) => {
    for (const node of touched) reached[node] = Number.POSITIVE_INFINITY;
    touched.length = 0;
    queue.clear();
    reach(source, 0);
    for (let settled = 0; queue.size > 0 && settled < MOST_SETTLED; settled++) {
      if (queue.least > limit) break;
      const node = queue.pop();
      const sofar = reached[node] as number;
      for (const arc of out[node] as LiveArc[]) {
        if (arc.node !== avoided) reach(arc.node, sofar + arc.seconds);
      }
    }
    return witness;
  };

  function reach(node: number, seconds: number): void {
    if (seconds >= (reached[node] as number)) return;
    if (reached[node] === Number.POSITIVE_INFINITY) touched.push(node);
    reached[node] = seconds;
    queue.set(node, seconds);
  }
}
