/** A place on the ground, WGS 84 degrees. */
export interface Place {
  lat: number;
  long: number;
}

/** Metres: the mean radius of the IUGG. */
const EARTH_RADIUS = 6_371_008.8;
export const METRES_PER_DEGREE = (EARTH_RADIUS * Math.PI) / 180;

/** Metres along the great circle (haversine, mean radius of the IUGG). */
export function distanceMetres(from: Place, to: Place): number {
  const radians = Math.PI / 180;
  const half = (degrees: number) => Math.sin((degrees * radians) / 2) ** 2;
  const h =
    half(to.lat - from.lat) +
    Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * half(to.long - from.long);
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, h)));
}
