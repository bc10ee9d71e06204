import type { Arcs } from './arcs.ts';
import { Growing } from './growing.ts';
import { Heap } from './heap.ts';
import type { Hierarchy } from './hierarchy.ts';

/** Where a way begins or ends: a node, and what it costs to or from there. */
export interface Access {
  node: number;
  seconds: number;
  metres: number;
}

/**
 * Makes the search between many origins and many destinations.
 *
 * Each destination leaves its cost in the nodes above it; each origin then collects, in the nodes
 * above itself, what all destinations left.
 *
 * @see Knopp, Sanders, Schultes, Schulz, Wagner, Computing Many-to-Many Shortest Paths Using Highway
 *   Hierarchies, ALENEX 2007
 */
export function createTableSearch({ up, down }: Hierarchy) {
  const nodes = up.start.length - 1;
  const climb = createClimb(nodes);

  return (
    origins: readonly (readonly Access[])[],
    destinations: readonly (readonly Access[])[],
  ): { seconds: Float32Array; metres: Float32Array } => {
    const width = destinations.length;
    const seconds = new Float32Array(origins.length * width).fill(Number.POSITIVE_INFINITY);
    const metres = new Float32Array(origins.length * width).fill(Number.POSITIVE_INFINITY);
    const first = new Int32Array(nodes).fill(-1);
    const left = { next: new Growing(Int32Array), destination: new Growing(Uint32Array) };
    const cost = { seconds: new Growing(Float64Array), metres: new Growing(Float64Array) };
    destinations.forEach((accesses, destination) => {
      climb(down, accesses, (node, time, length) => {
        left.next.push(first[node] as number);
        first[node] = left.destination.length;
        left.destination.push(destination);
        cost.seconds.push(time);
        cost.metres.push(length);
      });
    });
    origins.forEach((accesses, origin) => {
      climb(up, accesses, (node, time, length) => {
        for (let at = first[node] as number; at >= 0; at = left.next.values[at] as number) {
          const total = time + (cost.seconds.values[at] as number);
          const cell = origin * width + (left.destination.values[at] as number);
          if (total >= (seconds[cell] as number)) continue;
          seconds[cell] = total;
          metres[cell] = length + (cost.metres.values[at] as number);
        }
      });
    });
    return { seconds, metres };
  };
}

/** Dijkstra's search along arcs that only lead to higher nodes. */
function createClimb(nodes: number) {
  const queue = new Heap(nodes);
  const reached = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const lengths = new Float64Array(nodes);
  const touched: number[] = [];
  return (
    arcs: Arcs,
    accesses: readonly Access[],
    settle: (node: number, seconds: number, metres: number) => void,
  ): void => {
    for (const { node, seconds, metres } of accesses) reach(node, seconds, metres);
    while (queue.size > 0) {
      const node = queue.pop();
      const seconds = reached[node] as number;
      const metres = lengths[node] as number;
      settle(node, seconds, metres);
      const end = arcs.start[node + 1] as number;
      for (let arc = arcs.start[node] as number; arc < end; arc++) {
        reach(
          arcs.to[arc] as number,
          seconds + (arcs.seconds[arc] as number),
          metres + (arcs.metres[arc] as number),
        );
      }
    }
    for (const node of touched) reached[node] = Number.POSITIVE_INFINITY;
    touched.length = 0;
  };

  function reach(node: number, seconds: number, metres: number): void {
    if (seconds >= (reached[node] as number)) return;
    if (reached[node] === Number.POSITIVE_INFINITY) touched.push(node);
    reached[node] = seconds;
    lengths[node] = metres;
    queue.set(node, seconds);
  }
}
