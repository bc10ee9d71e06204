import type { GeoJSON, Position } from 'geojson';
import { EARTH_RADIUS } from './distance.ts';
import type { Point } from './point.ts';

/**
 * A rectangle of latitudes and longitudes, edges included, in degrees.
 * Boxes never cross the antimeridian: no French territory does.
 */
export interface BoundingBox {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/**
 * The smallest box that holds every position of a GeoJSON object.
 *
 * @throws RangeError when it holds no position at all.
 */
export function bboxOf(geojson: GeoJSON): BoundingBox {
  let [south, west, north, east] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [long = Number.NaN, lat = Number.NaN] of positionsOf(geojson)) {
    if (lat < south) south = lat;
    if (lat > north) north = lat;
    if (long < west) west = long;
    if (long > east) east = long;
  }
  if (south > north || west > east) throw new RangeError('No position, hence no bounding box');
  return { south, west, north, east };
}

/** True when the point is in the box or on its edge. */
export function contains(box: BoundingBox, point: Point): boolean {
  return (
    point.lat >= box.south &&
    point.lat <= box.north &&
    point.long >= box.west &&
    point.long <= box.east
  );
}

/** True when two boxes share at least one point. */
export function intersects(a: BoundingBox, b: BoundingBox): boolean {
  return a.south <= b.north && b.south <= a.north && a.west <= b.east && b.west <= a.east;
}

/**
 * A box that holds every place within `metres` of a point: the coarse filter before an exact distance.
 * Widens to all longitudes when the circle holds a pole or meets the antimeridian.
 *
 * Source: J. P. Matuschek, "Finding points within a distance of a latitude/longitude", eq. for Δlon.
 */
export function boxAround(point: Point, metres: number): BoundingBox {
  const angle = metres / EARTH_RADIUS + ROUNDING;
  const south = Math.max(-90, point.lat - degrees(angle));
  const north = Math.min(90, point.lat + degrees(angle));
  const ratio = Math.sin(angle) / Math.cos(radians(point.lat));
  const spread = degrees(Math.asin(Math.min(1, ratio))) + degrees(ROUNDING);
  const [west, east] = [point.long - spread, point.long + spread];
  const holdsPole = south === -90 || north === 90;
  if (holdsPole || west < -180 || east > 180) return { south, west: -180, north, east: 180 };
  return { south, west, north, east };
}

// A hundredth of a millimetre, so that no rounding can leave out a place exactly at the distance.
const ROUNDING = 1e-5 / EARTH_RADIUS;

const radians = (angle: number) => (angle * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

function* positionsOf(geojson: GeoJSON): Generator<Position> {
  switch (geojson.type) {
    case 'FeatureCollection':
      for (const feature of geojson.features) yield* positionsOf(feature);
      return;
    case 'Feature':
      // RFC 7946 §3.2: an unlocated feature has a null geometry, whatever the types say.
      if (geojson.geometry) yield* positionsOf(geojson.geometry);
      return;
    case 'GeometryCollection':
      for (const geometry of geojson.geometries) yield* positionsOf(geometry);
      return;
    default:
      yield* leaves(geojson.coordinates);
  }
}

type Nested = Position | Nested[];

function* leaves(coordinates: Nested): Generator<Position> {
  if (typeof coordinates[0] === 'number') yield coordinates as Position;
  else for (const part of coordinates as Nested[]) yield* leaves(part);
}
