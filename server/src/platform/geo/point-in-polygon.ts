import type { Position } from 'geojson';
import { orientation } from './orientation.ts';
import type { Point } from './point.ts';
import { type Area, polygonsOf } from './shape.ts';

/**
 * True when the point lies in the area or exactly on an edge, a hole's edge included.
 * Exact for the coordinates given: two areas that share an edge leave no gap between them.
 *
 * Edges are straight in longitude and latitude (RFC 7946 §3.1.1). Rings need no given
 * direction; a ring that crosses itself follows the even-odd rule.
 */
export function pointInPolygon(point: Point, area: Area): boolean {
  return polygonsOf(area).some((polygon) => isInOnePolygon(point, polygon));
}

function isInOnePolygon(point: Point, [outer, ...holes]: Position[][]): boolean {
  if (!outer) return false;
  const side = sideOfRing(point, outer);
  return side !== 'inside'
    ? side === 'edge'
    : !holes.some((hole) => sideOfRing(point, hole) === 'inside');
}

function sideOfRing({ long: x, lat: y }: Point, ring: Position[]): 'inside' | 'edge' | 'outside' {
  let inside = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    const below = ay <= y && by <= y;
    const above = ay > y && by > y;
    if (above || (below && ay < y && by < y)) continue;
    if (below) {
      // One end, or the whole edge, is at the point's own latitude: no crossing, maybe a touch.
      if (touchesAtLatitude(x, y, ax, ay, bx, by)) return 'edge';
      continue;
    }
    const side = orientation(ax, ay, bx, by, x, y);
    if (side === 0) return 'edge';
    // The ray goes east: it crosses an edge that has the point on its western side.
    if (side > 0 === by > ay) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}

function touchesAtLatitude(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  if (ay === y && by === y) return x >= Math.min(ax, bx) && x <= Math.max(ax, bx);
  return (ay === y && ax === x) || (by === y && bx === x);
}
