import type { Position } from 'geojson';
import { distanceMetres } from './distance.ts';
import type { Point } from './point.ts';
import { pointInPolygon } from './point-in-polygon.ts';
import { type Area, type Line, linesOf, polygonsOf } from './shape.ts';

/** Where a line or an area's edge passes closest to a point. */
export interface NearestSegment {
  /** Which polyline or ring, counted from 0 through the whole shape. */
  readonly line: number;
  /** Which segment of it: from position `segment` to position `segment + 1`. */
  readonly segment: number;
  /** How far along the segment, from 0 to 1. */
  readonly fraction: number;
  readonly point: Point;
  readonly metres: number;
}

/**
 * The segment closest to a point, for lines as for the edges of areas.
 *
 * Segments are compared on the plane that touches the Earth at the point: within 0.1 % up to
 * 20 km at French latitudes, which is what a town needs, not what a continent needs.
 *
 * @throws RangeError when the shape has no segment.
 */
export function nearestSegment(point: Point, shape: Line | Area): NearestSegment {
  const lines = isArea(shape) ? polygonsOf(shape).flat() : linesOf(shape);
  let best: Omit<NearestSegment, 'metres'> | undefined;
  let bestSquare = Infinity;
  for (const [line, positions] of lines.entries()) {
    for (let segment = 0; segment + 1 < positions.length; segment++) {
      const found = project(
        point,
        positions[segment] as Position,
        positions[segment + 1] as Position,
      );
      if (found.square < bestSquare) {
        bestSquare = found.square;
        best = { line, segment, fraction: found.fraction, point: found.point };
      }
    }
  }
  if (!best) throw new RangeError('A shape without segments has no nearest one');
  return { ...best, metres: distanceMetres(point, best.point) };
}

/** Metres from a point to the nearest place of a line, or to an area's edge from either side. */
export function distanceToEdge(point: Point, shape: Line | Area): number {
  return nearestSegment(point, shape).metres;
}

/** Metres from a point to a line or an area: 0 inside the area or on its edge. */
export function distanceToShape(point: Point, shape: Line | Area): number {
  return isArea(shape) && pointInPolygon(point, shape) ? 0 : distanceToEdge(point, shape);
}

function isArea(shape: Line | Area): shape is Area {
  return shape.type === 'Polygon' || shape.type === 'MultiPolygon';
}

function project(point: Point, from: Position, to: Position) {
  const shrink = Math.cos((point.lat * Math.PI) / 180);
  const [fromLong, fromLat] = from as [number, number];
  const [toLong, toLat] = to as [number, number];
  const [ax, ay] = [(fromLong - point.long) * shrink, fromLat - point.lat];
  const [dx, dy] = [(toLong - fromLong) * shrink, toLat - fromLat];
  const length = dx * dx + dy * dy;
  const fraction = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  const [x, y] = [ax + fraction * dx, ay + fraction * dy];
  return {
    fraction,
    square: x * x + y * y,
    point: {
      lat: fromLat + fraction * (toLat - fromLat),
      long: fromLong + fraction * (toLong - fromLong),
    },
  };
}
