import { createNoise } from '../core/noise.ts';
import {
  add,
  distanceToSegment,
  fromAngle,
  ringContains,
  scale,
  smooth,
  type Vec,
  widen,
} from '../core/plane.ts';
import { hashText } from '../core/random.ts';
import { boxAround, boxOf, SpatialGrid } from '../core/spatial-grid.ts';
import {
  BROOK,
  GREAT_PLACES,
  type MainRoad,
  QUARTERS,
  type Quarter,
  RAILWAY,
  RIVER,
  ROADS,
  WOODS,
} from './plan.ts';

interface Strip {
  a: Vec;
  b: Vec;
  /** Metres to keep from the middle of it. */
  reach: number;
}

export interface GreatPlace {
  kind: 'park' | 'water' | 'wood';
  name: string;
  ring: Vec[];
}

export interface Ground {
  river: Vec[];
  brook: Vec[];
  railway: Vec[];
  roads: { road: MainRoad; line: Vec[] }[];
  places: GreatPlace[];
  /** The quarter a point belongs to; undefined in the country. */
  quarterAt(p: Vec): Quarter | undefined;
  /** Is the point between the signs at the town's entrances: in a quarter, or amid some? */
  builtUpAt(p: Vec): boolean;
  /** May a street of the quarters pass here? Not through water, rails, great parks, nor the trunk road. */
  isOpen(p: Vec): boolean;
  /** Is the point in the water, on the rails or in their bank, give or take `margin`? */
  nearBarrier(p: Vec, margin: number): boolean;
}

const BANK = 14;
const COMPASS = Array.from({ length: 8 }, (_, i) => fromAngle((i * Math.PI) / 4));

/** An ellipse that no compass drew. */
export function drawBlob(centre: Vec, radii: Vec, seed: string, corners = 40): Vec[] {
  const noise = createNoise(hashText(seed), 1);
  return Array.from({ length: corners }, (_, i): Vec => {
    const angle = (i / corners) * 2 * Math.PI;
    const reach = 1 + 0.16 * noise(Math.cos(angle) * 1.7 + 9, Math.sin(angle) * 1.7 + 9);
    return [
      centre[0] + radii[0] * reach * Math.cos(angle),
      centre[1] + radii[1] * reach * Math.sin(angle),
    ];
  });
}

/** What the land and the plan impose before any street is drawn. */
export function surveyGround(seed: string): Ground {
  const river = smooth(RIVER.points, 25);
  const brook = smooth(BROOK.points, 30);
  const railway = smooth(RAILWAY.points, 40);
  const roads = ROADS.map((road) => ({ road, line: smooth(road.points, 18, road.closed) }));
  for (const { fromX, toX, side, name } of RIVER.quays) {
    const bank = widen(river, RIVER.halfWidth + 16);
    const shore = side > 0 ? bank.slice(0, river.length) : bank.slice(river.length).reverse();
    const line = shore.filter(([x]) => x > fromX && x < toX);
    const points = line.filter((_, i) => i % 4 === 0);
    roads.push({
      road: { roadClass: 'metropolitan', width: 12, points, names: [{ near: [0, 0], name }] },
      line,
    });
  }
  const places: GreatPlace[] = [
    ...GREAT_PLACES.map(({ kind, name, centre, radii }) => ({
      kind,
      name,
      ring: drawBlob(centre, radii, seed + name),
    })),
    ...WOODS.map(({ name, centre, radii }) => ({
      kind: 'wood' as const,
      name,
      ring: drawBlob(centre, radii, seed + name),
    })),
  ];

  const barriers = new SpatialGrid<Strip>(80);
  const hedge = (line: readonly Vec[], reach: number) => {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1] as Vec, line[i] as Vec];
      barriers.insert({ a, b, reach }, boxOf([a, b], reach + BANK));
    }
  };
  hedge(river, RIVER.halfWidth);
  hedge(brook, BROOK.halfWidth);
  hedge(railway, RAILWAY.halfWidth);
  const trunk = new SpatialGrid<Strip>(80);
  for (const { road, line } of roads.filter(({ road }) => road.roadClass === 'national')) {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1] as Vec, line[i] as Vec];
      trunk.insert({ a, b, reach: road.width / 2 }, boxOf([a, b], 40));
    }
  }
  const placeGrid = new SpatialGrid<Vec[]>(200);
  for (const { ring } of places) placeGrid.insert(ring, boxOf(ring));

  const wobble = createNoise(hashText(`${seed}/quarters`), 160);
  const quarterAt = (p: Vec): Quarter | undefined => {
    let best: Quarter | undefined;
    let bestReach = 1.12;
    for (const quarter of QUARTERS) {
      const dx = (p[0] - quarter.centre[0]) / quarter.radii[0];
      const dy = (p[1] - quarter.centre[1]) / quarter.radii[1];
      const squared = dx * dx + dy * dy;
      if (squared > 1.7) continue;
      const reach = Math.sqrt(squared) + 0.16 * wobble(p[0], p[1]);
      if (reach < bestReach) {
        bestReach = reach;
        best = quarter;
      }
    }
    return best;
  };
  const builtUpAt = (p: Vec) =>
    quarterAt(p) !== undefined ||
    COMPASS.filter((way) => quarterAt(add(p, scale(way, 130))) !== undefined).length >= 4;
  const nearStrip = (grid: SpatialGrid<Strip>, p: Vec, margin: number) =>
    grid.some(boxAround(p, 1), ({ a, b, reach }) => distanceToSegment(p, a, b) < reach + margin);
  const nearBarrier = (p: Vec, margin: number) => nearStrip(barriers, p, margin);
  const isOpen = (p: Vec) =>
    !nearBarrier(p, BANK) &&
    !nearStrip(trunk, p, 22) &&
    !placeGrid.some(boxAround(p, 1), (ring) => ringContains(ring, p));

  return { river, brook, railway, roads, places, quarterAt, builtUpAt, isOpen, nearBarrier };
}
