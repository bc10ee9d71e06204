import type { Point } from '../../platform/geo/index.ts';

const DEGREES = 180 / Math.PI;

/** RGF93 / Lambert-93 (EPSG:2154): IGN, « Projections coniques conformes », NTG 71, ALG0004. */
const LAMBERT = {
  n: 0.725607765053267,
  c: 11_754_255.4261,
  xs: 700_000,
  ys: 12_655_612.0499,
  meridian: 3 / DEGREES,
  /** First eccentricity of GRS 80. */
  e: 0.0818191910428158,
};

/**
 * Metres of Lambert-93 to WGS 84, to a millimetre: RGF93 and WGS 84 are one at the scale of a street.
 *
 * @param x - easting @param y - northing
 */
export function fromLambert93(x: number, y: number): Point {
  const { n, c, xs, ys, meridian, e } = LAMBERT;
  const radius = Math.hypot(x - xs, y - ys);
  const gamma = Math.atan((x - xs) / (ys - y));
  const isometric = -Math.log(Math.abs(radius / c)) / n;
  let lat = 2 * Math.atan(Math.exp(isometric)) - Math.PI / 2;
  for (let turn = 0; turn < 10; turn++) {
    const sine = e * Math.sin(lat);
    const factor = ((1 + sine) / (1 - sine)) ** (e / 2);
    lat = 2 * Math.atan(factor * Math.exp(isometric)) - Math.PI / 2;
  }
  return { lat: lat * DEGREES, long: (meridian + gamma / n) * DEGREES };
}

/**
 * Metres of CH1903+ / LV95 (EPSG:2056) to WGS 84, to a metre.
 *
 * Source: swisstopo, « Approximate formulas for the transformation between Swiss projection
 * coordinates and WGS84 », 2016.
 */
export function fromLv95(east: number, north: number): Point {
  const y = (east - 2_600_000) / 1e6;
  const x = (north - 1_200_000) / 1e6;
  const long = 2.6779094 + 4.728982 * y + 0.791484 * y * x + 0.1306 * y * x ** 2 - 0.0436 * y ** 3;
  const lat =
    16.9023892 +
    3.238272 * x -
    0.270978 * y ** 2 -
    0.002528 * x ** 2 -
    0.0447 * y ** 2 * x -
    0.014 * x ** 3;
  return { lat: (lat * 100) / 36, long: (long * 100) / 36 };
}
