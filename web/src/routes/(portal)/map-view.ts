import type { Bounds, LatLong } from '#lib/map/types.ts';

/** A picture of the town drawn on the server: where it looks, how near, how large in CSS pixels. */
export interface MapView {
  center: LatLong;
  /** As on the web: at 0 the world is 256 pixels wide, and each step doubles it. */
  zoom: number;
  width: number;
  height: number;
}

/** Past this a picture of ours shows nothing more. */
const CLOSEST = 18;
const FARTHEST = 9;
const WORLD = 256;

interface Pixel {
  x: number;
  y: number;
}

/** Web Mercator (EPSG:3857): pixel of a point in the whole world's picture. */
function toPixel({ lat, long }: LatLong, zoom: number): Pixel {
  const size = WORLD * 2 ** zoom;
  const sine = Math.sin((lat * Math.PI) / 180);
  return {
    x: size * (long / 360 + 0.5),
    y: size * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)),
  };
}

function fromPixel({ x, y }: Pixel, zoom: number): LatLong {
  const size = WORLD * 2 ** zoom;
  const n = Math.PI - (2 * Math.PI * y) / size;
  return { lat: (Math.atan(Math.sinh(n)) * 180) / Math.PI, long: (x / size) * 360 - 180 };
}

/** The point under a pixel of the picture, counted from its upper left corner. */
export function pointAt({ center, zoom, width, height }: MapView, { x, y }: Pixel): LatLong {
  const middle = toPixel(center, zoom);
  return fromPixel({ x: middle.x + x - width / 2, y: middle.y + y - height / 2 }, zoom);
}

/** What the picture shows, as `bbox` takes it. */
export function boundsOf(view: MapView): Bounds {
  const upperLeft = pointAt(view, { x: 0, y: 0 });
  const lowerRight = pointAt(view, { x: view.width, y: view.height });
  return [upperLeft.long, lowerRight.lat, lowerRight.long, upperLeft.lat];
}

/** The nearest view that shows the whole box. */
export function fitView(
  [west, south, east, north]: Bounds,
  width: number,
  height: number,
): MapView {
  const upperLeft = toPixel({ lat: north, long: west }, 0);
  const lowerRight = toPixel({ lat: south, long: east }, 0);
  const zoom = Math.log2(
    Math.min(width / (lowerRight.x - upperLeft.x), height / (lowerRight.y - upperLeft.y)),
  );
  const middle = { x: (upperLeft.x + lowerRight.x) / 2, y: (upperLeft.y + lowerRight.y) / 2 };
  return { center: fromPixel(middle, 0), zoom: clampZoom(zoom), width, height };
}

export const MOVES = ['agrandir', 'reduire', 'nord', 'sud', 'est', 'ouest'] as const;
export type Move = (typeof MOVES)[number];

/** The view after one press of a button: a step nearer or farther, or a third of the picture aside. */
export function move(view: MapView, by: Move): MapView {
  const { width, height, zoom } = view;
  const aside = (x: number, y: number) => ({
    ...view,
    center: pointAt(view, { x: width / 2 + (x * width) / 3, y: height / 2 + (y * height) / 3 }),
  });
  switch (by) {
    case 'agrandir':
      return { ...view, zoom: clampZoom(zoom + 1) };
    case 'reduire':
      return { ...view, zoom: clampZoom(zoom - 1) };
    case 'nord':
      return aside(0, -1);
    case 'sud':
      return aside(0, 1);
    case 'est':
      return aside(1, 0);
    case 'ouest':
      return aside(-1, 0);
  }
}

export const clampZoom = (zoom: number) => Math.min(CLOSEST, Math.max(FARTHEST, zoom));

/** Address of the picture, with pins. */
export function pictureUrl(view: MapView, pins: readonly LatLong[] = []): string {
  const query = new URLSearchParams({
    bbox: boundsOf(view)
      .map((degrees) => degrees.toFixed(6))
      .join(','),
    width: String(view.width),
    height: String(view.height),
  });
  if (pins.length > 0) {
    query.set(
      'pins',
      pins.map(({ lat, long }) => `${lat.toFixed(6)},${long.toFixed(6)}`).join(';'),
    );
  }
  return `/api/v1/map/picture.svg?${query}`;
}
