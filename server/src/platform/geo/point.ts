import type { Position } from 'geojson';

/** A place on Earth in WGS 84 decimal degrees. Named as Open311 GeoReport v2 names them. */
export interface Point {
  readonly lat: number;
  readonly long: number;
}

/** True when both coordinates are finite and on Earth: latitude in [-90, 90], longitude in [-180, 180]. */
export function isPoint(value: unknown): value is Point {
  if (typeof value !== 'object' || value === null) return false;
  const { lat, long } = value as Record<string, unknown>;
  return isWithin(lat, 90) && isWithin(long, 180);
}

/**
 * Reads a place from two numbers or decimal texts, as they come in a query string.
 *
 * @returns the point, or `undefined` when either is not a plain decimal number on Earth.
 */
export function parsePoint(lat: unknown, long: unknown): Point | undefined {
  const point = { lat: parseDecimal(lat), long: parseDecimal(long) };
  return isPoint(point) ? point : undefined;
}

/** GeoJSON order is longitude first (RFC 7946 §3.1.1). */
export function toPosition(point: Point): [long: number, lat: number] {
  return [point.long, point.lat];
}

/** @throws RangeError when the position has fewer than two numbers. */
export function fromPosition(position: Position): Point {
  const [long, lat] = position;
  if (long === undefined || lat === undefined) throw new RangeError('A position needs two numbers');
  return { lat, long };
}

function isWithin(value: unknown, bound: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= bound;
}

// Number('') is 0 and Number('0x10') is 16: only plain decimals are accepted.
function parseDecimal(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[+-]?\d{1,3}(\.\d+)?$/.test(value.trim())
    ? Number(value)
    : Number.NaN;
}
