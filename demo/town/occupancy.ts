import {
  convexOverlap,
  crossing,
  distanceToSegment,
  ringContains,
  type Vec,
} from '../core/plane.ts';
import { boxAround, boxOf, SpatialGrid } from '../core/spatial-grid.ts';
import type { Ground } from './ground.ts';
import type { NamedStretch } from './name-streets.ts';

/** What stands where, so that nothing is built on anything else. */
export interface Occupancy {
  /** May a convex building stand here, clear of streets, water, rails, sites and other buildings? */
  isFree(ring: readonly Vec[], within?: readonly Vec[]): boolean;
  /** Is this spot clear of carriageways, buildings and water? */
  isOpenGround(p: Vec): boolean;
  /** Does a building stand on this land, whatever its shape? */
  isBuiltOn(land: readonly Vec[]): boolean;
  build(ring: readonly Vec[]): void;
  /** Keeps a whole piece of land for one use. */
  reserve(ring: readonly Vec[]): void;
}

interface Lane {
  a: Vec;
  b: Vec;
  half: number;
}

/** Does the test hold for an edge of this ring? */
function someEdge(ring: readonly Vec[], test: (p: Vec, q: Vec) => unknown): boolean {
  let p = ring.at(-1) as Vec;
  for (const q of ring) {
    if (test(p, q)) return true;
    p = q;
  }
  return false;
}

const touchesLane = (ring: readonly Vec[], { a, b, half }: Lane): boolean =>
  someEdge(
    ring,
    (p, q) =>
      distanceToSegment(p, a, b) < half ||
      distanceToSegment(a, p, q) < half ||
      distanceToSegment(b, p, q) < half ||
      crossing(p, q, a, b),
  );

const ringsMeet = (a: readonly Vec[], b: readonly Vec[]): boolean =>
  a.some((p) => ringContains(b, p)) ||
  b.some((p) => ringContains(a, p)) ||
  someEdge(a, (p, q) => someEdge(b, (r, s) => crossing(p, q, r, s)));

export function createOccupancy(stretches: readonly NamedStretch[], ground: Ground): Occupancy {
  const lanes = new SpatialGrid<Lane>(50);
  for (const { line, width } of stretches) {
    for (let i = 1; i < line.length; i++) {
      const lane = { a: line[i - 1] as Vec, b: line[i] as Vec, half: width / 2 + 0.4 };
      lanes.insert(lane, boxOf([lane.a, lane.b], lane.half));
    }
  }
  const buildings = new SpatialGrid<readonly Vec[]>(40);
  const sites = new SpatialGrid<readonly Vec[]>(150);
  for (const { ring } of ground.places) sites.insert(ring, boxOf(ring));

  return {
    isFree(ring, within) {
      const box = boxOf(ring);
      return (
        !ring.some((p) => ground.nearBarrier(p, 4)) &&
        !lanes.some(box, (lane) => touchesLane(ring, lane)) &&
        !buildings.some(box, (other) => convexOverlap(ring, other, 0.15)) &&
        !sites.some(box, (site) => site !== within && ringsMeet(ring, site))
      );
    },
    isOpenGround: (p) =>
      !ground.nearBarrier(p, 1) &&
      !lanes.some(boxAround(p, 0), ({ a, b, half }) => distanceToSegment(p, a, b) < half) &&
      !buildings.some(boxAround(p, 0), (ring) => ringContains(ring, p)),
    isBuiltOn: (land) => buildings.some(boxOf(land), (ring) => ringsMeet(ring, land)),
    build: (ring) => buildings.insert(ring, boxOf(ring)),
    reserve: (ring) => sites.insert(ring, boxOf(ring)),
  };
}
