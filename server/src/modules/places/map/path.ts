import type { Position } from 'geojson';
import type { Viewport } from './viewport.ts';

type Pixel = [x: number, y: number];

/** Pixels drawn beyond the edge, so that the stroke of a cut shape is not seen. */
const MARGIN = 12;
/** A point nearer than this to the last one drawn changes nothing that is seen. */
const STEP = 1.2;

/** The pieces of a line that the picture shows, in pixels, without useless points. */
export function visibleLines(view: Viewport, line: readonly Position[]): Pixel[][] {
  const pieces: Pixel[][] = [];
  let piece: Pixel[] = [];
  let previous: Pixel | undefined;
  for (const position of line) {
    const pixel = view.toPixel(position);
    if (previous && !passesBy(view, previous, pixel)) {
      if (piece.length === 0) piece.push(previous);
      piece.push(pixel);
    } else if (piece.length > 0) {
      pieces.push(piece);
      piece = [];
    }
    previous = pixel;
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces.map(thin).filter(({ length }) => length > 1);
}

/** A ring cut at the picture's edge, in pixels; empty when nothing of it is seen. */
export function visibleRing(view: Viewport, ring: readonly Position[]): Pixel[] {
  let points = ring.map((position) => view.toPixel(position));
  for (const edge of edgesOf(view)) points = cut(points, edge);
  const seen = thin(points);
  return seen.length > 2 ? seen : [];
}

/**
 * Path data in whole half-pixels, each point told from the last one: the shortest way to say it.
 * The drawing must be scaled by ½.
 */
export function pathOf(points: readonly Pixel[], closed: boolean): string {
  const [first, ...rest] = points.map(([x, y]) => [Math.round(x * 2), Math.round(y * 2)] as const);
  if (!first) return '';
  let [px, py] = first;
  let path = `M${px} ${py}l`;
  for (const [x, y] of rest) {
    const [dx, dy] = [x - px, y - py];
    if (dx === 0 && dy === 0) continue;
    path += `${path.endsWith('l') || dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
    [px, py] = [x, y];
  }
  return closed ? `${path}z` : path;
}

function thin(points: Pixel[]): Pixel[] {
  const kept: Pixel[] = [];
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1);
    const isEnd = index === points.length - 1;
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= (isEnd ? 0.5 : STEP)) {
      kept.push(point);
    }
  }
  return kept;
}

/** True when both ends are beyond one same edge. */
function passesBy({ width, height }: Viewport, [ax, ay]: Pixel, [bx, by]: Pixel): boolean {
  return (
    (ax < -MARGIN && bx < -MARGIN) ||
    (ay < -MARGIN && by < -MARGIN) ||
    (ax > width + MARGIN && bx > width + MARGIN) ||
    (ay > height + MARGIN && by > height + MARGIN)
  );
}

interface Edge {
  axis: 0 | 1;
  at: number;
  /** 1 keeps what is greater, -1 what is less. */
  side: 1 | -1;
}

const edgesOf = ({ width, height }: Viewport): Edge[] => [
  { axis: 0, at: -MARGIN, side: 1 },
  { axis: 0, at: width + MARGIN, side: -1 },
  { axis: 1, at: -MARGIN, side: 1 },
  { axis: 1, at: height + MARGIN, side: -1 },
];

/** One step of Sutherland–Hodgman, "Reentrant polygon clipping", CACM 17 (1974). */
function cut(points: Pixel[], { axis, at, side }: Edge): Pixel[] {
  const inside = (point: Pixel) => (point[axis] - at) * side >= 0;
  return points.flatMap((point, index) => {
    const previous = points.at(index - 1) as Pixel;
    const crossing = (): Pixel => {
      const share = (at - previous[axis]) / (point[axis] - previous[axis]);
      return [
        previous[0] + share * (point[0] - previous[0]),
        previous[1] + share * (point[1] - previous[1]),
      ];
    };
    if (inside(point)) return inside(previous) ? [point] : [crossing(), point];
    return inside(previous) ? [crossing()] : [];
  });
}
