import { type Arcs, createArcList } from './arcs.ts';
import { createContractible } from './contractible.ts';
import { Heap } from './heap.ts';

/**
 * The same streets with shortcuts, each node ranked: a quickest way climbs ranks, then descends, so
 * that a search from either end meets a few hundred nodes instead of the whole town.
 */
export interface Hierarchy {
  /** From a node to the higher ones that it leads to. */
  up: Arcs;
  /** From a node to the higher ones that lead to it. */
  down: Arcs;
}

/**
 * Contracts every node, the least useful first, and keeps what was quickest through it as a
 * shortcut.
 *
 * @see Geisberger, Sanders, Schultes, Vetter, Exact Routing in Large Road Networks Using Contraction
 *   Hierarchies, Transportation Science 46, 2012 (edge difference, contracted neighbours, lazy updates)
 */
export function contract(arcs: Arcs): Hierarchy {
  const nodes = arcs.start.length - 1;
  const graph = createContractible(arcs);
  const queue = new Heap(nodes);
  /** How many neighbours are gone, and how high the node stands above them. */
  const gone = new Uint32Array(nodes);
  const level = new Uint32Array(nodes);
  const priority = (node: number) => {
    const { added, removed } = graph.simulate(node);
    return 2 * (added - removed) + (gone[node] as number) + (level[node] as number);
  };
  for (let node = 0; node < nodes; node++) queue.set(node, priority(node));
  const up = createArcList();
  const down = createArcList();
  while (queue.size > 0) {
    const node = queue.pop();
    const now = priority(node);
    // What was contracted meanwhile may have made it worth keeping longer.
    if (queue.size > 0 && now > queue.least) {
      queue.set(node, now);
      continue;
    }
    graph.contract(node, {
      out: (to, seconds, metres) => {
        up.add(node, to, seconds, metres);
        rise(to, node);
      },
      in: (from, seconds, metres) => {
        down.add(node, from, seconds, metres);
        rise(from, node);
      },
    });
  }
  return { up: up.byOrigin(nodes), down: down.byOrigin(nodes) };

  function rise(neighbour: number, contracted: number): void {
    gone[neighbour] = (gone[neighbour] as number) + 1;
    level[neighbour] = Math.max(level[neighbour] as number, (level[contracted] as number) + 1);
  }
}
