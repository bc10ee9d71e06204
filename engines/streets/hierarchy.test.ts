import { describe, expect, it } from 'vitest';
import { type Arcs, arcsOf } from './arcs.ts';
import { buildNetwork } from './build-network.ts';
import { contract } from './hierarchy.ts';
import { mainComponent } from './main-component.ts';
import { createTableSearch } from './table-search.ts';
import { imagineTown } from './test/town.ts';

const ANY = { tonnes: 0, height: 0 };

/** Bellman and Ford's search: nothing in common with the one that it judges. */
function quickest(arcs: Arcs, source: number): number[] {
  const nodes = arcs.start.length - 1;
  const seconds = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  seconds[source] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let node = 0; node < nodes; node++) {
      for (let arc = arcs.start[node] as number; arc < (arcs.start[node + 1] as number); arc++) {
        const total = (seconds[node] as number) + (arcs.seconds[arc] as number);
        const to = arcs.to[arc] as number;
        if (total < (seconds[to] as number)) {
          seconds[to] = total;
          changed = true;
        }
      }
    }
  }
  return seconds;
}

describe.each([1, 2, 3, 4])('in town %i', (seed) => {
  const { points, streets } = imagineTown(seed, 12);
  const arcs = arcsOf(buildNetwork(points, streets), ANY);
  const nodes = arcs.start.length - 1;

  it('times are those of the streets themselves, between all junctions', () => {
    const all = Array.from({ length: nodes }, (_, node) => [{ node, seconds: 0, metres: 0 }]);
    const { seconds, metres } = createTableSearch(contract(arcs))(all, all);
    // No street here is quicker than an avenue, nor slower than a lane.
    const isPlausible = (time: number, length: number) =>
      length > (time * 25) / 3.6 - 1 && length < (time * 50) / 3.6 + 1;
    const wrong: string[] = [];
    for (let from = 0; from < nodes; from++) {
      quickest(arcs, from).forEach((expected, to) => {
        const [time, length] = [
          seconds[from * nodes + to] as number,
          metres[from * nodes + to] as number,
        ];
        const agrees = expected === Infinity ? time === Infinity : Math.abs(time - expected) < 0.01;
        const isFar = expected > 0 && expected !== Infinity;
        if (!agrees || (isFar && !isPlausible(time, length))) {
          wrong.push(
            `${from} → ${to}: ${time} s and ${length} m where ${expected} s are the least`,
          );
        }
      });
    }
    expect(wrong).toEqual([]);
  });

  it('whoever is in the main part goes everywhere in it', () => {
    const isMain = mainComponent(arcs);
    const members = [...isMain.keys()].filter((node) => isMain[node] === 1);
    expect(members.length).toBeGreaterThan(nodes / 2);
    const [first = 0, second = 0] = [members[0], members.at(-1)];
    for (const source of [first, second]) {
      const times = quickest(arcs, source);
      expect(members.every((node) => times[node] !== Infinity)).toBe(true);
    }
  });
});
