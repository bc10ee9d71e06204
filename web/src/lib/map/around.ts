import type { Bounds, LatLong } from './types.ts';

/** A degree of latitude is 111 km: half a street around a place. */
const AROUND = 0.0012;

/** Pure. What a map shows to tell where a place is. */
export const around = ({ lat, long }: LatLong): Bounds => [
  long - AROUND,
  lat - AROUND,
  long + AROUND,
  lat + AROUND,
];
