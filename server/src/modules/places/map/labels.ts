import { linesOf, polygonsOf } from '../../../platform/geo/index.ts';
import type { MapFeature } from '../feature.ts';
import { visibleLines, visibleRing } from './path.ts';
import type { Viewport } from './viewport.ts';

/** A name to write on the picture, in pixels and degrees. */
export interface Label {
  text: string;
  kind: 'street' | 'place';
  x: number;
  y: number;
  angle: number;
}

const MOST_LABELS = 26;
const NAMED_SURFACES = new Set(['water', 'park', 'area']);
/** Mean width of a letter and height of a line, in pixels at the size that we write. */
const LETTER = 5.4;
const LINE = 12;
const IMPORTANCE = { national: 5, metropolitan: 4, departmental: 4, communal: 2, private: 1 };

/** Names for the main streets, parks and waters, each once, none over another. */
export function placeLabels(view: Viewport, features: readonly MapFeature[]): Label[] {
  const wanted = features
    .flatMap((feature) => wantedLabel(view, feature) ?? [])
    .toSorted((a, b) => b.rank - a.rank);
  const placed: (Label & { width: number })[] = [];
  for (const label of wanted) {
    if (placed.length === MOST_LABELS) break;
    const clash = placed.some((other) => other.text === label.text || overlap(other, label));
    if (!clash && isInside(view, label)) placed.push(label);
  }
  return placed;
}

function wantedLabel(view: Viewport, feature: MapFeature) {
  const text = feature.name ?? feature.roadNumber;
  if (!text || text.length > 40) return undefined;
  const width = text.length * LETTER;
  const { geometry, kind } = feature;
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString') {
    if (kind !== 'street') return undefined;
    const pieces = linesOf(geometry).flatMap((line) => visibleLines(view, line));
    const stretch = straightStretch(pieces, width);
    if (!stretch) return undefined;
    const length = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
    const rank = IMPORTANCE[feature.roadClass ?? 'private'] * 200 + length;
    return { ...stretch, text, kind: 'street' as const, width, rank };
  }
  if (geometry.type === 'Point' || !NAMED_SURFACES.has(feature.layer)) return undefined;
  const [outer = []] = polygonsOf(geometry).map(([ring = []]) => visibleRing(view, ring));
  if (outer.length === 0) return undefined;
  const xs = outer.map(([x]) => x);
  const ys = outer.map(([, y]) => y);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [north, south] = [Math.min(...ys), Math.max(...ys)];
  if (east - west < width || south - north < LINE * 1.5) return undefined;
  const [x, y] = [(west + east) / 2, (north + south) / 2];
  return { x, y, angle: 0, text, kind: 'place' as const, width, rank: 500 + (east - west) };
}

/** A name may pass the ends of what it names by this much: short streets have names too. */
const LEAST_SHARE = 0.6;
/** A stretch whose ends are nearer than this share of its length bends too much for a straight text. */
const STRAIGHT = 0.97;

/** The first stretch long enough for a text and straight enough, from the longest piece on. */
function straightStretch(pieces: Pixel[][], width: number) {
  for (const piece of pieces.toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
    for (const [start, from] of piece.entries()) {
      let length = 0;
      for (let end = start + 1; end < piece.length; end++) {
        const to = piece[end] as Pixel;
        length += distance(piece[end - 1] as Pixel, to);
        const chord = distance(from, to);
        if (chord < length * STRAIGHT) break;
        const isLast = end === piece.length - 1;
        if (chord >= width || (isLast && chord >= width * LEAST_SHARE)) return between(from, to);
      }
    }
  }
  return undefined;
}

function between([ax, ay]: Pixel, [bx, by]: Pixel) {
  const angle = Math.round((Math.atan2(by - ay, bx - ax) * 180) / Math.PI);
  // Nobody reads upside down.
  const upright = angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle;
  return { x: (ax + bx) / 2, y: (ay + by) / 2, angle: upright };
}

type Pixel = [x: number, y: number];

const distance = ([ax, ay]: Pixel, [bx, by]: Pixel) => Math.hypot(bx - ax, by - ay);

const lengthOf = (piece: Pixel[]) =>
  piece.reduce((sum, to, index) => sum + (index ? distance(piece[index - 1] as Pixel, to) : 0), 0);

interface Placed {
  x: number;
  y: number;
  angle: number;
  width: number;
}

function overlap(a: Placed, b: Placed): boolean {
  const [p, q] = [extentOf(a), extentOf(b)];
  return Math.abs(a.x - b.x) < p.x + q.x && Math.abs(a.y - b.y) < p.y + q.y;
}

function isInside({ width, height }: Viewport, label: Placed): boolean {
  const { x, y } = extentOf(label);
  return label.x > x && label.x < width - x && label.y > y && label.y < height - y;
}

/** Half the upright box around a turned text. */
function extentOf({ angle, width }: Placed) {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(turn)), Math.abs(Math.sin(turn))];
  return { x: (width * cos + LINE * sin) / 2, y: (width * sin + LINE * cos) / 2 };
}
