import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';

/** A line on the map: a street, a pipe, a round. */
export type Line = LineString | MultiLineString;

/** A surface on the map: a commune, a park, a crew's sector. */
export type Area = Polygon | MultiPolygon;

/** The polylines of a line. */
export function linesOf(line: Line): Position[][] {
  return line.type === 'LineString' ? [line.coordinates] : line.coordinates;
}

/** The polygons of an area, each an outer ring then its holes. */
export function polygonsOf(area: Area): Position[][][] {
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
}

/**
 * What makes an untrusted line or area unusable, in an English phrase for logs and tests,
 * or `undefined` when it is sound: numbers on Earth, lines of two positions,
 * rings closed and of four positions (RFC 7946 §3.1.4 and §3.1.6).
 *
 * Self-crossing rings are accepted: {@link pointInPolygon} then follows the even-odd rule.
 */
export function shapeFault(shape: unknown): string | undefined {
  const { type, coordinates } = (shape ?? {}) as { type?: unknown; coordinates?: unknown };
  switch (type) {
    case 'LineString':
      return lineFault(coordinates);
    case 'MultiLineString':
      return listFault(coordinates, lineFault);
    case 'Polygon':
      return listFault(coordinates, ringFault);
    case 'MultiPolygon':
      return listFault(coordinates, (polygon) => listFault(polygon, ringFault));
    default:
      return 'not a line nor an area';
  }
}

function listFault(
  items: unknown,
  faultOf: (item: unknown) => string | undefined,
): string | undefined {
  if (!Array.isArray(items) || items.length === 0) return 'empty coordinates';
  for (const item of items) {
    const fault = faultOf(item);
    if (fault) return fault;
  }
  return undefined;
}

function lineFault(line: unknown): string | undefined {
  if (!Array.isArray(line) || line.length < 2) return 'a line needs two positions';
  return line.every(isPosition) ? undefined : 'a position is not on Earth';
}

function ringFault(ring: unknown): string | undefined {
  if (!Array.isArray(ring) || ring.length < 4) return 'a ring needs four positions';
  if (!ring.every(isPosition)) return 'a position is not on Earth';
  const first: Position | undefined = ring[0];
  const last: Position | undefined = ring[ring.length - 1];
  const closed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return closed ? undefined : 'a ring is not closed';
}

function isPosition(value: unknown): value is Position {
  return (
    Array.isArray(value) &&
    (value.length === 2 || value.length === 3) &&
    value.every((number) => typeof number === 'number' && Number.isFinite(number)) &&
    Math.abs(value[0]) <= 180 &&
    Math.abs(value[1]) <= 90
  );
}
