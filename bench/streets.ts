import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Arcs } from '../engines/streets/arcs.ts';
import { Heap } from '../engines/streets/heap.ts';
import {
  arcsOf,
  buildNetwork,
  contract,
  createRouter,
  type Hierarchy,
  type Place,
  type StreetNetwork,
} from '../engines/streets/index.ts';
import { createTableSearch } from '../engines/streets/table-search.ts';
import { createRandom, imaginePlaces, imagineTown } from '../engines/streets/test/town.ts';
import { readExtract } from '../server/src/modules/travel/index.ts';
import { atMost, type Bench, type Goal, round } from './bench.ts';
import { median } from './statistics.ts';

const EXTRACT = path.join(import.meta.dirname, '../../shared/data/geo/osm/monaco.osm.pbf');
/** As many junctions as a métropole of half a million has. */
const SIDE = 245;
const PLACES = 300;
const ROUNDS = 5;
const LIMIT_SECONDS = 2;
const ANY = { tonnes: 0, height: 0 };

const bench: Bench = {
  about: '300 × 300 travel times along streets, beside Dijkstra’s search from each place',
  async run({ progress }) {
    const figures: Record<string, unknown> = {};
    const goals: Goal[] = [];
    const measure = (name: string, network: StreetNetwork, places: readonly Place[]) => {
      const { seconds, ...figure } = compare(network, places);
      figures[name] = figure;
      progress(`${name}: ${JSON.stringify(figure)}`);
      goals.push(atMost(`${name}: 300 × 300, seconds`, seconds, LIMIT_SECONDS));
      goals.push(atMost(`${name}: times that differ`, figure['times that differ'], 0));
    };
    const { points, streets } = imagineTown(7, SIDE);
    measure('imagined métropole', buildNetwork(points, streets), imaginePlaces(3, SIDE, PLACES));
    if (existsSync(EXTRACT)) {
      const extract = await readExtract(EXTRACT, undefined);
      const network = buildNetwork(extract.points, extract.streets);
      measure('Monaco (OpenStreetMap)', network, placesAlong(network));
    } else progress(`Skipped: no extract at ${EXTRACT}`);
    return { figures, goals };
  },
};

export default bench;

function compare(network: StreetNetwork, places: readonly Place[]) {
  const prepared = performance.now();
  const arcs = arcsOf(network, ANY);
  const hierarchy = contract(arcs);
  const router = createRouter(network, ANY, hierarchy);
  const preparation = (performance.now() - prepared) / 1_000;
  const times: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn++) {
    const start = performance.now();
    router.table(places);
    times.push((performance.now() - start) / 1_000);
  }
  const nodes = places.map((_, at) => (at * 7_919) % network.junctions);
  const start = performance.now();
  const searched = nodes.map((node) => search(arcs, node));
  const plain = (performance.now() - start) / 1_000;
  return {
    seconds: median(times),
    junctions: network.junctions,
    'prepared in s': round(preparation),
    'table in s': round(median(times)),
    'plain search in s': round(plain),
    'times that differ': differences(hierarchy, nodes, searched),
  };
}

/** How many of the times between junctions are not those of the plain search. */
function differences(
  hierarchy: Hierarchy,
  nodes: readonly number[],
  searched: readonly Float64Array[],
): number {
  const accesses = nodes.map((node) => [{ node, seconds: 0, metres: 0 }]);
  const { seconds } = createTableSearch(hierarchy)(accesses, accesses);
  return seconds.filter((time, cell) => {
    const from = searched[Math.floor(cell / nodes.length)] as Float64Array;
    const plain = from[nodes[cell % nodes.length] as number] as number;
    return time !== plain && !(Math.abs(time - plain) < 0.01);
  }).length;
}

/** Dijkstra's search from one junction to all others. */
function search({ start, to, seconds }: Arcs, source: number): Float64Array {
  const nodes = start.length - 1;
  const reached = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const queue = new Heap(nodes);
  reached[source] = 0;
  queue.set(source, 0);
  while (queue.size > 0) {
    const node = queue.pop();
    for (let arc = start[node] as number; arc < (start[node + 1] as number); arc++) {
      const total = (reached[node] as number) + (seconds[arc] as number);
      const next = to[arc] as number;
      if (total >= (reached[next] as number)) continue;
      reached[next] = total;
      queue.set(next, total);
    }
  }
  return reached;
}

function placesAlong({ lat, long }: StreetNetwork): Place[] {
  const random = createRandom(11);
  return Array.from({ length: PLACES }, () => {
    const at = Math.floor(random() * lat.length);
    return { lat: lat[at] as number, long: long[at] as number };
  });
}
