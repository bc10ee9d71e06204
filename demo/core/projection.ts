import type { LineString, Point, Polygon, Position } from 'geojson';
import type { Vec } from './plane.ts';

/** The town hall of the centre: a neutral spot of the real map, with an invented town on it. */
const ORIGIN = { lon: 3.2, lat: 46.1 };
const METRES_PER_DEGREE = 111_195;
const COS_LAT = Math.cos((ORIGIN.lat * Math.PI) / 180);

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** Local metres to WGS84 degrees, on six decimals (eleven centimetres). */
const toLonLat = ([x, y]: Vec): Position => [
  round(ORIGIN.lon + x / (METRES_PER_DEGREE * COS_LAT)),
  round(ORIGIN.lat + y / METRES_PER_DEGREE),
];

export const toPlane = ([lon = 0, lat = 0]: Position): Vec => [
  (lon - ORIGIN.lon) * METRES_PER_DEGREE * COS_LAT,
  (lat - ORIGIN.lat) * METRES_PER_DEGREE,
];

export const toPoint = (at: Vec): Point => ({ type: 'Point', coordinates: toLonLat(at) });

export const toLineString = (line: readonly Vec[]): LineString => ({
  type: 'LineString',
  coordinates: line.map(toLonLat),
});

/** An open ring, in either direction, to a polygon wound as RFC 7946 asks. */
export function toPolygon(ring: readonly Vec[]): Polygon {
  const positions = ring.map(toLonLat);
  let twiceArea = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i] as Vec;
    const [bx, by] = ring[(i + 1) % ring.length] as Vec;
    twiceArea += ax * by - bx * ay;
  }
  if (twiceArea < 0) positions.reverse();
  return { type: 'Polygon', coordinates: [[...positions, positions[0] as Position]] };
}
