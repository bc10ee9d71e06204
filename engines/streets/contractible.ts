import type { Arcs } from './arcs.ts';
import { createWitnessSearch } from './witness-search.ts';

/** An arc of a graph that loses its nodes one by one. */
export interface LiveArc {
  node: number;
  seconds: number;
  metres: number;
}

type Tell = (node: number, seconds: number, metres: number) => void;

/** A graph of which nodes are taken out while the quickest ways between the others stay. */
export function createContractible(arcs: Arcs) {
  const nodes = arcs.start.length - 1;
  const out: LiveArc[][] = Array.from({ length: nodes }, () => []);
  const into: LiveArc[][] = Array.from({ length: nodes }, () => []);
  for (let node = 0; node < nodes; node++) {
    for (let arc = arcs.start[node] as number; arc < (arcs.start[node + 1] as number); arc++) {
      const [seconds, metres] = [arcs.seconds[arc] as number, arcs.metres[arc] as number];
      connect(node, arcs.to[arc] as number, seconds, metres);
    }
  }
  const findWitnesses = createWitnessSearch(nodes, out);

  return {
    /** What contracting the node would cost. */
    simulate(node: number): { added: number; removed: number } {
      let added = 0;
      eachShortcut(node, () => {
        added += 1;
      });
      return { added, removed: list(out, node).length + list(into, node).length };
    },

    /** Takes the node out; tells the arcs by which it hung on what remains. */
    contract(node: number, tell: { out: Tell; in: Tell }): void {
      const shortcuts: [number, number, number, number][] = [];
      eachShortcut(node, (...shortcut) => shortcuts.push(shortcut));
      for (const arc of list(out, node)) {
        tell.out(arc.node, arc.seconds, arc.metres);
        forget(list(into, arc.node), node);
      }
      for (const arc of list(into, node)) {
        tell.in(arc.node, arc.seconds, arc.metres);
        forget(list(out, arc.node), node);
      }
      out[node] = [];
      into[node] = [];
      for (const shortcut of shortcuts) connect(...shortcut);
    },
  };

  /** The pairs of neighbours whose quickest way goes through the node, as far as a short search sees. */
  function eachShortcut(
    node: number,
    tell: (from: number, to: number, seconds: number, metres: number) => void,
  ): void {
    const leaving = list(out, node);
    for (const first of list(into, node)) {
      let longest = 0;
      for (const second of leaving) {
        if (second.node !== first.node) longest = Math.max(longest, first.seconds + second.seconds);
      }
      if (longest === 0) continue;
      const witness = findWitnesses(first.node, node, longest);
      for (const second of leaving) {
        const seconds = first.seconds + second.seconds;
        if (second.node === first.node || witness(second.node) <= seconds) continue;
        tell(first.node, second.node, seconds, first.metres + second.metres);
      }
    }
  }

  /** Of two arcs between the same nodes only the quicker is of use. */
  function connect(from: number, to: number, seconds: number, metres: number): void {
    const known = list(out, from).find(({ node }) => node === to);
    if (known === undefined) {
      list(out, from).push({ node: to, seconds, metres });
      list(into, to).push({ node: from, seconds, metres });
    } else if (seconds < known.seconds) {
      Object.assign(known, { seconds, metres });
      Object.assign(list(into, to).find(({ node }) => node === from) as LiveArc, {
        seconds,
        metres,
      });
    }
  }
}

function list(lists: readonly LiveArc[][], node: number): LiveArc[] {
  return lists[node] as LiveArc[];
}

function forget(arcs: LiveArc[], node: number): void {
  const at = arcs.findIndex((arc) => arc.node === node);
  const last = arcs.pop() as LiveArc;
  if (at < arcs.length) arcs[at] = last;
}
