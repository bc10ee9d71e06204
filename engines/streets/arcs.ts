import { Growing } from './growing.ts';
import type { StreetNetwork } from './network.ts';
import { mayEnter, type Vehicle } from './vehicle.ts';

/** Arcs by the node that they leave: those of node `n` are `start[n]` to `start[n + 1] - 1`. */
export interface Arcs {
  start: Uint32Array;
  to: Uint32Array;
  seconds: Float64Array;
  metres: Float64Array;
}

/** Every way that a vehicle may drive from one junction to the next. */
export function arcsOf(network: StreetNetwork, vehicle: Vehicle): Arcs {
  const { from, to, metres, forward, backward } = network;
  const list = createArcList();
  for (let segment = 0; segment < from.length; segment++) {
    const [a, b] = [from[segment] as number, to[segment] as number];
    if (a === b || !mayEnter(network, segment, vehicle)) continue;
    const length = metres[segment] as number;
    if (forward[segment] !== Infinity) list.add(a, b, forward[segment] as number, length);
    if (backward[segment] !== Infinity) list.add(b, a, backward[segment] as number, length);
  }
  return list.byOrigin(network.junctions);
}

/** Arcs in any order, to be laid by origin. */
export function createArcList() {
  const origin = new Growing(Uint32Array);
  const target = new Growing(Uint32Array);
  const seconds = new Growing(Float64Array);
  const metres = new Growing(Float64Array);
  return {
    add(from: number, to: number, time: number, length: number): void {
      origin.push(from);
      target.push(to);
      seconds.push(time);
      metres.push(length);
    },
    byOrigin(nodes: number): Arcs {
      const count = origin.length;
      const start = new Uint32Array(nodes + 1);
      for (let arc = 0; arc < count; arc++) bump(start, (origin.values[arc] as number) + 1);
      for (let node = 0; node < nodes; node++) bump(start, node + 1, start[node]);
      const next = start.slice();
      const arcs = {
        start,
        to: new Uint32Array(count),
        seconds: new Float64Array(count),
        metres: new Float64Array(count),
      };
      for (let arc = 0; arc < count; arc++) {
        const from = origin.values[arc] as number;
        const place = next[from] as number;
        next[from] = place + 1;
        arcs.to[place] = target.values[arc] as number;
        arcs.seconds[place] = seconds.values[arc] as number;
        arcs.metres[place] = metres.values[arc] as number;
      }
      return arcs;
    },
  };
}

function bump(counts: Uint32Array, at: number, by = 1): void {
  counts[at] = (counts[at] as number) + by;
}
