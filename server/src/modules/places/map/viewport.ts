import type { BoundingBox, Point } from '../../../platform/geo/index.ts';

/** A picture of the ground in Web Mercator: where each pixel is, and back. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  /** What the picture really shows: the box asked for, enlarged to its proportions. */
  readonly box: BoundingBox;
  /** Zoom of the web pyramid (256 pixels a tile) that is closest in scale, rounded down. */
  readonly zoom: number;
  readonly pixelsPerMetre: number;
  toPixel(position: readonly number[]): [x: number, y: number];
  toPoint(x: number, y: number): Point;
}

/**
 * Fits a box into a picture, centred and whole.
 *
 * With X(long) = long/360 + ½ and Y(lat) = ½ − asinh(tan lat)/2π (Web Mercator on the unit
 * square) and k = min(width/ΔX, height/ΔY), a pixel (x, y) is the place where
 * X = X̄ + (x − width/2)/k and Y = Ȳ + (y − height/2)/k, X̄ and Ȳ being the middle of the box.
 *
 * @param box - neither empty nor reaching the poles
 */
export function fitViewport(box: BoundingBox, width: number, height: number): Viewport {
  const [west, east] = [mercatorX(box.west), mercatorX(box.east)];
  const [north, south] = [mercatorY(box.north), mercatorY(box.south)];
  const scale = Math.min(width / (east - west), height / (south - north));
  const [left, top] = [
    (west + east) / 2 - width / 2 / scale,
    (north + south) / 2 - height / 2 / scale,
  ];
  const toPoint = (x: number, y: number) => ({
    lat: latitude(top + y / scale),
    long: (left + x / scale - 0.5) * 360,
  });
  const [northWest, southEast] = [toPoint(0, 0), toPoint(width, height)];
  const middle = (box.north + box.south) / 2;
  return {
    width,
    height,
    box: {
      west: northWest.long,
      north: northWest.lat,
      east: southEast.long,
      south: southEast.lat,
    },
    zoom: Math.max(0, Math.floor(Math.log2(scale / 256))),
    pixelsPerMetre: scale / (EQUATOR * Math.cos((middle * Math.PI) / 180)),
    toPixel: ([long = 0, lat = 0]) => [
      (mercatorX(long) - left) * scale,
      (mercatorY(lat) - top) * scale,
    ],
    toPoint,
  };
}

/** Metres around the Earth at the equator, WGS 84. */
const EQUATOR = 40_075_017;

const mercatorX = (long: number) => long / 360 + 0.5;

const mercatorY = (lat: number) =>
  0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);

const latitude = (y: number) => (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
