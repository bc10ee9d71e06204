import { type ColumnType, type RawBuilder, sql } from 'kysely';

/** A `point` column: read as `{x: longitude, y: latitude}`, written by {@link point}. */
export type PointColumn = ColumnType<XY, RawBuilder<unknown>, RawBuilder<unknown>>;
export type NullablePointColumn = ColumnType<
  XY | null,
  RawBuilder<unknown> | null,
  RawBuilder<unknown> | null
>;

/** A `jsonb` column: read as its value, written by {@link jsonb}. */
export type JsonColumn<T> = ColumnType<T, RawBuilder<unknown>, RawBuilder<unknown>>;

interface XY {
  x: number;
  y: number;
}

/** WGS84 degrees to a `point` value (x = longitude, as GeoJSON orders them). */
export function point(at: { lat: number; long: number }): RawBuilder<unknown> {
  return sql`point(${at.long}::float8, ${at.lat}::float8)`;
}

/** A `point` value back to WGS84 degrees. */
export function fromPoint(value: XY): { lat: number; long: number } {
  return { lat: value.y, long: value.x };
}

/** Any JSON value to a `jsonb` parameter. */
export function jsonb(value: unknown): RawBuilder<unknown> {
  return sql`${JSON.stringify(value)}::jsonb`;
}

/** Condition « column lies in this bounding box » that a GiST index on `point` serves. */
export function pointInBox(
  column: RawBuilder<unknown>,
  box: { west: number; south: number; east: number; north: number },
): RawBuilder<boolean> {
  return sql<boolean>`${column} <@ box(point(${box.west}::float8, ${box.south}::float8), point(${box.east}::float8, ${box.north}::float8))`;
}
