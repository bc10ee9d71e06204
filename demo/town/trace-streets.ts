import {
  add,
  crossing,
  distance,
  dot,
  fromAngle,
  left,
  lineLength,
  pointAlong,
  scale,
  subtract,
  unit,
  type Vec,
} from '../core/plane.ts';
import type { Random } from '../core/random.ts';
import { boxAround, boxOf, SpatialGrid } from '../core/spatial-grid.ts';
import type { DirectionField } from './direction-field.ts';
import type { Ground } from './ground.ts';
import { type MainRoad, QUARTERS, type QuarterPattern } from './plan.ts';

/** A street from end to end, before it is cut at its crossings. */
export interface RawStreet {
  line: Vec[];
  width: number;
  pattern: QuarterPattern | 'country';
  road?: MainRoad;
  /** Ends blind. */
  close?: boolean;
}

/** Metres between parallel streets, along and across the field. */
const SPACING: Record<QuarterPattern, readonly [number, number]> = {
  'old-town': [58, 74],
  faubourg: [118, 172],
  grid: [98, 135],
  suburb: [112, 240],
  village: [95, 140],
  business: [200, 290],
  estate: [165, 230],
};

const WIDTH: Record<QuarterPattern, number> = {
  'old-town': 6.5,
  faubourg: 10,
  grid: 13,
  suburb: 8.5,
  village: 8,
  business: 12,
  estate: 11,
};

const STEP = 9;

type Sample = { at: Vec; street: number; index: number };

/**
 * Draws the streets of the quarters as streamlines of the direction field, evenly spaced
 * (Jobard and Lefer, "Creating evenly-spaced streamlines of arbitrary density", 1997), then
 * carries their ends to the next street and adds the closes of the housing estates.
 */
export function traceStreets(ground: Ground, field: DirectionField, random: Random): RawStreet[] {
  const streets: RawStreet[] = ground.roads.map(({ road, line }) => ({
    line,
    width: road.width,
    pattern: 'country',
    road,
  }));
  const families = [new SpatialGrid<Sample>(60), new SpatialGrid<Sample>(60)] as const;
  const file = (family: 0 | 1, line: readonly Vec[], street: number) => {
    for (const [index, at] of line.entries()) {
      families[family].insert({ at, street, index }, boxAround(at, 0));
    }
  };
  for (const line of [...ground.roads.map(({ line }) => line), ground.river, ground.railway]) {
    line.forEach((at, i) => {
      const heading = unit(subtract(line[i + 1] ?? at, line[i + 1] ? at : (line[i - 1] as Vec)));
      const family = Math.abs(dot(heading, fromAngle(field(at)))) > 0.7 ? 0 : 1;
      families[family].insert({ at, street: -1, index: i }, boxAround(at, 0));
    });
  }
  const crowded = (family: 0 | 1, p: Vec, reach: number, street: number, index: number) =>
    families[family].some(
      boxAround(p, reach),
      (s) =>
        distance(s.at, p) < reach &&
        (s.street !== street || Math.abs(s.index - index) > (2 * reach) / STEP),
    );
  const spacingAt = (family: 0 | 1, p: Vec): number | undefined => {
    const quarter = ground.quarterAt(p);
    return quarter && ground.isOpen(p) ? SPACING[quarter.pattern][family] : undefined;
  };

  const follow = (family: 0 | 1, start: Vec, sign: number): Vec[] => {
    const line: Vec[] = [];
    let p = start;
    let previous: Vec | undefined;
    for (let i = 0; i < 170; i++) {
      let heading = fromAngle(field(p) + (family * Math.PI) / 2);
      if (previous ? dot(heading, previous) < 0 : sign < 0) heading = scale(heading, -1);
      if (previous && dot(heading, previous) < 0.7) break;
      const next = add(p, scale(heading, STEP));
      const spacing = spacingAt(family, next);
      if (spacing === undefined || crowded(family, next, spacing * 0.55, -2, 0)) break;
      if (line.some((q, j) => j < line.length - 12 && distance(q, next) < spacing * 0.5)) break;
      line.push(next);
      previous = heading;
      p = next;
    }
    return line;
  };

  for (const quarter of QUARTERS) {
    for (const family of [0, 1] as const) {
      const spacing = SPACING[quarter.pattern][family];
      const area = Math.PI * quarter.radii[0] * quarter.radii[1];
      const tries = Math.ceil((area / (spacing * 60)) * 3) + 12;
      for (let k = 0; k < tries; k++) {
        const angle = random.between(0, 2 * Math.PI);
        const reach = Math.sqrt(random.next()) * 1.15;
        const start: Vec = [
          quarter.centre[0] + quarter.radii[0] * reach * Math.cos(angle),
          quarter.centre[1] + quarter.radii[1] * reach * Math.sin(angle),
        ];
        const room = spacingAt(family, start);
        if (room === undefined || crowded(family, start, room * 0.92, -2, 0)) continue;
        const line = [...follow(family, start, -1).reverse(), start, ...follow(family, start, 1)];
        if (lineLength(line) < Math.min(110, room * 0.9)) continue;
        const pattern = ground.quarterAt(start)?.pattern ?? quarter.pattern;
        file(family, line, streets.length);
        streets.push({
          line,
          width: WIDTH[pattern] + (pattern === 'old-town' ? random.between(-1, 2) : 0),
          pattern,
        });
      }
    }
  }
  joinEnds(streets, ground);
  return [...streets, ...drawCloses(streets, ground, random)];
}

interface Piece {
  a: Vec;
  b: Vec;
  street: number;
}

function indexPieces(streets: readonly RawStreet[]): SpatialGrid<Piece> {
  const grid = new SpatialGrid<Piece>(60);
  streets.forEach(({ line }, street) => {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1] as Vec, line[i] as Vec];
      grid.insert({ a, b, street }, boxOf([a, b]));
    }
  });
  return grid;
}

/** Carries each end straight on to the next street, when one is near and nothing stands between. */
function joinEnds(streets: RawStreet[], ground: Ground): void {
  const pieces = indexPieces(streets);
  streets.forEach((street, number) => {
    if (street.road) return;
    for (const reversed of [true, false]) {
      const line = reversed ? [...street.line].reverse() : street.line;
      const end = line.at(-1) as Vec;
      const heading = unit(subtract(end, line[Math.max(0, line.length - 3)] as Vec));
      const reach = SPACING[street.pattern as QuarterPattern][1] * 0.8;
      const goal = add(end, scale(heading, reach));
      let nearest = Infinity;
      for (const piece of pieces.query(boxOf([end, goal]))) {
        if (piece.street === number) continue;
        const hit = crossing(end, goal, piece.a, piece.b);
        if (hit && hit.t < nearest) nearest = hit.t;
      }
      if (nearest === Infinity) continue;
      const metres = nearest * reach;
      const blocked = Array.from(
        { length: Math.floor(metres / STEP) },
        (_, i) => (i + 1) * STEP,
      ).some((d) => ground.nearBarrier(add(end, scale(heading, d)), 6));
      if (blocked) continue;
      line.push(add(end, scale(heading, metres + 2)));
      street.line = reversed ? line.reverse() : line;
    }
  });
}

/** Blind alleys into the blocks of the housing estates, where there is room for houses on both sides. */
function drawCloses(streets: readonly RawStreet[], ground: Ground, random: Random): RawStreet[] {
  const pieces = indexPieces(streets);
  const closes: RawStreet[] = [];
  const clear = (p: Vec, own: number) =>
    ground.isOpen(p) &&
    !pieces.some(boxAround(p, 34), (piece) => piece.street !== own && pieceDistance(piece, p) < 34);
  streets.forEach((street, number) => {
    if (street.pattern !== 'suburb') return;
    const length = lineLength(street.line);
    for (
      let metres = random.between(45, 90);
      metres < length - 30;
      metres += random.between(70, 150)
    ) {
      const { point, heading } = pointAlong(street.line, metres);
      const side = scale(left(heading), random.chance(0.5) ? 1 : -1);
      const bend = scale(heading, random.between(-0.35, 0.35));
      const line: Vec[] = [point];
      for (let d = STEP; d <= random.between(60, 110); d += STEP) {
        const curve = add(side, scale(bend, d / 80));
        const next = add(line.at(-1) as Vec, scale(unit(curve), STEP));
        if (d > 24 && !clear(next, number)) break;
        line.push(next);
      }
      if (lineLength(line) < 52) continue;
      for (let i = 1; i < line.length; i++) {
        const [a, b] = [line[i - 1] as Vec, line[i] as Vec];
        pieces.insert({ a, b, street: streets.length + closes.length }, boxOf([a, b]));
      }
      closes.push({ line, width: 7, pattern: 'suburb', close: true });
    }
  });
  return closes;
}

function pieceDistance({ a, b }: Piece, p: Vec): number {
  const d = subtract(b, a);
  const t = Math.min(1, Math.max(0, dot(subtract(p, a), d) / (dot(d, d) || 1)));
  return distance(p, add(a, scale(d, t)));
}
