import type { Point } from './point.ts';

/** Mean radius of the Earth in metres: (2a + b) / 3 of the GRS 80 ellipsoid (Moritz 2000). */
export const EARTH_RADIUS = 6_371_008.8;

/**
 * Great-circle distance in metres on the mean sphere, within 0.5 % of the ellipsoid.
 *
 * Source: R. W. Sinnott, "Virtues of the haversine", Sky and Telescope 68 (1984).
 */
export function distanceMetres(a: Point, b: Point): number {
  const latA = a.lat * RADIAN;
  const latB = b.lat * RADIAN;
  const halfLat = Math.sin((latB - latA) / 2);
  const halfLong = Math.sin(((b.long - a.long) * RADIAN) / 2);
  const haversine = halfLat * halfLat + Math.cos(latA) * Math.cos(latB) * halfLong * halfLong;
  // Rounding may exceed 1 at the antipodes.
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

const RADIAN = Math.PI / 180;
