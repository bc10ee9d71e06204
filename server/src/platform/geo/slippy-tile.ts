import type { BoundingBox } from './bounding-box.ts';
import type { Point } from './point.ts';

/** A Web Mercator tile: `x` counts from the antimeridian eastward, `y` from the north southward. */
export interface SlippyTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Web Mercator is square: it stops at this latitude, north and south. */
export const MERCATOR_LATITUDE = 85.0511287798066;

const DEEPEST_ZOOM = 24;

/** True for whole numbers that name a tile of zooms 0 to 24. */
export function isSlippyTile({ z, x, y }: SlippyTile): boolean {
  if (!Number.isInteger(z) || z < 0 || z > DEEPEST_ZOOM) return false;
  const side = 2 ** z;
  return [x, y].every((index) => Number.isInteger(index) && index >= 0 && index < side);
}

/** The box that a tile covers. Source: OpenStreetMap wiki, "Slippy map tilenames". */
export function tileBox({ z, x, y }: SlippyTile): BoundingBox {
  return {
    south: latitude(y + 1, z),
    west: longitude(x, z),
    north: latitude(y, z),
    east: longitude(x + 1, z),
  };
}

/** The tile that holds a point; points beyond {@link MERCATOR_LATITUDE} fall in the first or last row. */
export function tileAt(point: Point, z: number): SlippyTile {
  const side = 2 ** z;
  const angle = (clamp(point.lat, -MERCATOR_LATITUDE, MERCATOR_LATITUDE) * Math.PI) / 180;
  const x = Math.floor(((point.long + 180) / 360) * side);
  const y = Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * side);
  return { z, x: clamp(x, 0, side - 1), y: clamp(y, 0, side - 1) };
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

const longitude = (x: number, z: number) => (x / 2 ** z) * 360 - 180;

const latitude = (y: number, z: number) =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;
