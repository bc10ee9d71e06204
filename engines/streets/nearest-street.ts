import { METRES_PER_DEGREE, type Place } from './distance.ts';
import { Growing } from './growing.ts';
import type { StreetNetwork } from './network.ts';

/** The point of a street from which a place is reached. */
export interface Anchor {
  segment: number;
  /** How far along the segment, by length: 0 at its `from`, 1 at its `to`. */
  along: number;
  /** Metres from there to the place, as the crow flies. */
  away: number;
}

/** About 200 m: a street or two a square. */
const CELL = 0.002;
/** Rings of squares to look through before nothing is near: about 20 km. */
const MOST_RINGS = 100;

/**
 * Makes the search for the street nearest to a place.
 *
 * @param accepts - which segments may be driven on
 */
export function createNearestStreet(
  network: StreetNetwork,
  accepts: (segment: number) => boolean,
): (place: Place) => Anchor | undefined {
  const { shapeStart, lat, long } = network;
  const cells = new Map<number, number[]>();
  const segmentOf = new Growing(Uint32Array);
  const pieceAt = new Growing(Uint32Array);
  for (let segment = 0; segment < network.from.length; segment++) {
    if (!accepts(segment)) continue;
    const end = (shapeStart[segment + 1] as number) - 1;
    for (let at = shapeStart[segment] as number; at < end; at++) {
      eachCell(at, (key) => {
        const pieces = cells.get(key);
        if (pieces) pieces.push(segmentOf.length);
        else cells.set(key, [segmentOf.length]);
      });
      segmentOf.push(segment);
      pieceAt.push(at);
    }
  }

  return (place) => {
    if (segmentOf.length === 0) return undefined;
    const [row, column] = [cellOf(place.lat), cellOf(place.long)];
    const narrow = Math.cos((place.lat * Math.PI) / 180);
    let best: Anchor | undefined;
    for (let ring = 0; ring <= MOST_RINGS; ring++) {
      // All that further rings hold is further away than this.
      const cleared = (ring - 1) * CELL * METRES_PER_DEGREE * narrow;
      if (best && best.away <= cleared) break;
      for (const key of ringOf(row, column, ring)) {
        for (const piece of cells.get(key) ?? []) best = nearer(place, piece, best);
      }
    }
    return best;
  };

  function eachCell(at: number, tell: (key: number) => void): void {
    const rows = [cellOf(lat[at] as number), cellOf(lat[at + 1] as number)] as const;
    const columns = [cellOf(long[at] as number), cellOf(long[at + 1] as number)] as const;
    for (let row = Math.min(...rows); row <= Math.max(...rows); row++) {
      for (let column = Math.min(...columns); column <= Math.max(...columns); column++) {
        tell(keyOf(row, column));
      }
    }
  }

  function nearer(place: Place, piece: number, best: Anchor | undefined): Anchor | undefined {
    const at = pieceAt.values[piece] as number;
    const { share, away } = project(place, pointAt(at), pointAt(at + 1));
    if (best && away >= best.away) return best;
    const segment = segmentOf.values[piece] as number;
    return { segment, along: alongOf(segment, at, share), away };
  }

  /** The share of the segment's length that lies before a point of one of its pieces. */
  function alongOf(segment: number, piece: number, share: number): number {
    const end = (shapeStart[segment + 1] as number) - 1;
    let before = 0;
    let total = 0;
    for (let at = shapeStart[segment] as number; at < end; at++) {
      const length = flatLength(pointAt(at), pointAt(at + 1));
      if (at < piece) before += length;
      else if (at === piece) before += share * length;
      total += length;
    }
    return total === 0 ? 0 : before / total;
  }

  function pointAt(at: number): Place {
    return { lat: lat[at] as number, long: long[at] as number };
  }
}

const cellOf = (degrees: number) => Math.floor(degrees / CELL);

/** More columns than the Earth has: each square its own number. */
const keyOf = (row: number, column: number) => row * 1_000_000 + column;

/** The squares at a distance of `ring` squares: one when it is 0. */
function* ringOf(row: number, column: number, ring: number): Generator<number> {
  for (let dx = -ring; dx <= ring; dx++) {
    const isSide = Math.abs(dx) === ring;
    for (let dy = -ring; dy <= ring; dy += isSide || ring === 0 ? 1 : 2 * ring) {
      yield keyOf(row + dy, column + dx);
    }
  }
}

/** The nearest point of a straight piece, on a plane that touches the Earth at the place. */
function project(place: Place, from: Place, to: Place): { share: number; away: number } {
  const narrow = Math.cos((place.lat * Math.PI) / 180);
  const [ax, ay] = [(from.long - place.long) * narrow, from.lat - place.lat];
  const [dx, dy] = [(to.long - from.long) * narrow, to.lat - from.lat];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
  return { share, away: Math.hypot(ax + share * dx, ay + share * dy) * METRES_PER_DEGREE };
}

function flatLength(from: Place, to: Place): number {
  const narrow = Math.cos((from.lat * Math.PI) / 180);
  return Math.hypot((to.long - from.long) * narrow, to.lat - from.lat);
}
