import type { Arcs } from './arcs.ts';

/**
 * The junctions from which every other of them can be reached and left: a car park mapped without
 * its entry, or a street that only leads out of the extract, would strand whoever starts there.
 *
 * The largest strongly connected component, by Tarjan's algorithm without recursion.
 *
 * @returns 1 for each node of it
 * @see Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1972
 */
export function mainComponent({ start, to }: Arcs): Uint8Array {
  const nodes = start.length - 1;
  const order = new Uint32Array(nodes);
  const low = new Uint32Array(nodes);
  const isOpen = new Uint8Array(nodes);
  const next = start.slice(0, nodes);
  const component = new Int32Array(nodes).fill(-1);
  const open: number[] = [];
  const path: number[] = [];
  const sizes: number[] = [];
  let clock = 0;
  for (let root = 0; root < nodes; root++) {
    if (order[root] !== 0) continue;
    enter(root);
    while (path.length > 0) {
      const node = path.at(-1) as number;
      const arc = next[node] as number;
      if (arc < (start[node + 1] as number)) {
        next[node] = arc + 1;
        const other = to[arc] as number;
        if (order[other] === 0) enter(other);
        else if (isOpen[other]) reach(node, order[other] as number);
      } else {
        path.pop();
        const above = path.at(-1);
        if (above !== undefined) reach(above, low[node] as number);
        if (low[node] === order[node]) close(node);
      }
    }
  }
  const main = sizes.indexOf(sizes.reduce((most, size) => Math.max(most, size), 0));
  return Uint8Array.from(component, (one) => (one === main ? 1 : 0));

  function enter(node: number): void {
    order[node] = low[node] = ++clock;
    isOpen[node] = 1;
    open.push(node);
    path.push(node);
  }
  function reach(node: number, seen: number): void {
    if (seen < (low[node] as number)) low[node] = seen;
  }
  function close(node: number): void {
    let size = 0;
    for (;;) {
      const member = open.pop() as number;
      isOpen[member] = 0;
      component[member] = sizes.length;
      size += 1;
      if (member === node) break;
    }
    sizes.push(size);
  }
}
