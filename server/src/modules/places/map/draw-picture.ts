import type { Position } from 'geojson';
import { linesOf, type Point, polygonsOf, toPosition } from '../../../platform/geo/index.ts';
import type { MapFeature, Shape } from '../feature.ts';
import { placeLabels } from './labels.ts';
import { pathOf, visibleLines, visibleRing } from './path.ts';
import type { Viewport } from './viewport.ts';

export interface Picture {
  view: Viewport;
  features: readonly MapFeature[];
  /** Numbered from 1, in this order. */
  pins: readonly Point[];
  /** What the picture shows, for those who do not see it. */
  title: string;
}

/** A page on an old phone must stay light; what does not fit is left out, the smallest first. */
const MOST_BYTES = 56_000;

const STYLE =
  '.u{fill:#ebe5d9}.g{fill:#ded7c7}.k{fill:#cfe3c3}.w{fill:#b5d3e7}.v{fill:none;stroke:#b5d3e7;stroke-linecap:round}' +
  '.h{fill:#d3cabb;stroke:#bbb09e;stroke-width:.8}' +
  '.c,.r{fill:none;stroke-linecap:round;stroke-linejoin:round}.c{stroke:#a79d8b}.r{stroke:#fff}' +
  '.m{stroke:#ffe2ad}.t{fill:none;stroke:#6d6d6d;stroke-dasharray:14 7;stroke-width:2.4}' +
  '.b{fill:none;stroke:#8a6fa8;stroke-width:2.4;stroke-dasharray:16 6 3 6}' +
  'text{font:10px "Atkinson Hyperlegible",Verdana,sans-serif;fill:#1d2430;text-anchor:middle;' +
  'dominant-baseline:central;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}' +
  '.i{font-style:italic;fill:#23512d}.p{fill:#d9480f;stroke:#fff;stroke-width:2}' +
  '.n{fill:#fff;stroke:none;font-weight:700;font-size:12px}';

/**
 * Draws a town plan as an SVG without script, reference or font of its own: safe in an `<img>` and
 * as an `<input type="image">` on pages without scripts.
 */
export function drawPicture({ view, features, pins, title }: Picture): string {
  const { width, height } = view;
  const of = (keep: (feature: MapFeature) => boolean) => features.filter(keep);
  const ground = [
    fill(
      view,
      'u',
      of(({ kind }) => kind === 'quarter'),
    ),
    fill(
      view,
      'g',
      of(({ layer, kind }) => layer === 'area' && kind !== 'quarter'),
    ),
    fill(
      view,
      'k',
      of(({ layer }) => layer === 'park'),
    ),
    fill(
      view,
      'w',
      of(({ layer }) => layer === 'water'),
    ),
    streams(
      view,
      of(({ layer }) => layer === 'water'),
    ),
  ].join('');
  const ways = roads(
    view,
    of(({ layer }) => layer === 'road'),
  );
  const borders = stroke(
    view,
    'b',
    of(({ layer }) => layer === 'boundary'),
  );
  const words = placeLabels(view, features).map(writeLabel).join('');
  const marks = pins.map((pin, index) => writePin(view, pin, index + 1)).join('');
  const spent = ground.length + ways.length + borders.length + words.length + marks.length;
  const buildings = of(({ layer }) => layer === 'building');
  const houses = fill(view, 'h', buildings, MOST_BYTES - spent - STYLE.length - 500);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">` +
    `<title>${escapeXml(title)}</title><style>${STYLE}</style>` +
    `<rect width="${width}" height="${height}" fill="#f3efe6"/>` +
    `<g transform="scale(.5)">${ground}${houses}${ways}${borders}</g>${words}${marks}</svg>`
  );
}

/** Surfaces of one look as one path, the largest first, until `most` characters. */
function fill(view: Viewport, look: string, features: MapFeature[], most = 16_000): string {
  const shapes = features
    .flatMap(({ geometry }) =>
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? polygonsOf(geometry) : [],
    )
    .map((rings) => ({ rings, size: extentOf(view, rings[0] ?? []) }))
    .filter(({ size }) => size >= SMALLEST)
    .toSorted((a, b) => b.size - a.size);
  let path = '';
  for (const { rings } of shapes) {
    const shape = rings.map((ring) => pathOf(visibleRing(view, ring), true)).join('');
    if (path.length + shape.length > most) break;
    path += shape;
  }
  return path && `<path class="${look}" d="${path}"/>`;
}

/** Pixels; a smaller surface is a speck. */
const SMALLEST = 2.5;

/** Diagonal in pixels of what surrounds a ring. */
function extentOf(view: Viewport, ring: Position[]): number {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const position of ring) {
    const [x, y] = view.toPixel(position);
    [west, north, east, south] = [
      Math.min(west, x),
      Math.min(north, y),
      Math.max(east, x),
      Math.max(south, y),
    ];
  }
  return Math.hypot(east - west, south - north);
}

function stroke(view: Viewport, look: string, features: MapFeature[], style = ''): string {
  const path = lines(view, features);
  return path && `<path class="${look}"${style} d="${path}"/>`;
}

const lines = (view: Viewport, features: MapFeature[]): string =>
  features
    .flatMap(({ geometry }) => strokesOf(geometry))
    .flatMap((line) => visibleLines(view, line))
    .map((piece) => pathOf(piece, false))
    .join('');

/** Lines as they are, surfaces by their edges. */
function strokesOf(geometry: Shape): Position[][] {
  if (geometry.type === 'Point') return [];
  return geometry.type === 'LineString' || geometry.type === 'MultiLineString'
    ? linesOf(geometry)
    : polygonsOf(geometry).flat();
}

function streams(view: Viewport, water: MapFeature[]): string {
  return stroke(view, 'v', water, ` stroke-width="${halfPixels(view, 4, 1.5)}"`);
}

/** Streets by rank, each a casing and a surface; the railway on top. */
function roads(view: Viewport, features: MapFeature[]): string {
  const streets = features.filter(({ kind }) => kind === 'street');
  const main = streets.filter(
    ({ roadClass }) => roadClass && roadClass !== 'communal' && roadClass !== 'private',
  );
  const other = streets.filter((street) => !main.includes(street));
  const rails = features.filter(({ kind }) => kind === 'railway');
  const paths = features.filter(({ kind }) => kind !== 'street' && kind !== 'railway');
  const ranks = [
    { id: 's', look: 'r', path: lines(view, other), width: halfPixels(view, 7, 1.4) },
    { id: 'a', look: 'r m', path: lines(view, main), width: halfPixels(view, 12, 2.6) },
  ].filter(({ path }) => path !== '');
  // All casings lie under all surfaces, so that crossings are open; a path is written once.
  const casings = ranks.map(
    ({ id, path, width }) =>
      `<g class="c" stroke-width="${width + 3}"><path id="${id}" d="${path}"/></g>`,
  );
  const surfaces = ranks.map(
    ({ id, look, width }) => `<use href="#${id}" class="${look}" stroke-width="${width}"/>`,
  );
  return [...casings, stroke(view, 't', paths), ...surfaces, stroke(view, 't', rails)].join('');
}

/** A width on the ground as the drawing's units, never thinner than can be seen. */
function halfPixels({ pixelsPerMetre }: Viewport, metres: number, leastPixels: number): number {
  return Math.round(Math.max(leastPixels, metres * pixelsPerMetre) * 20) / 10;
}

function writeLabel(label: { text: string; kind: string; x: number; y: number; angle: number }) {
  const [x, y] = [Math.round(label.x), Math.round(label.y)];
  const turn = label.angle === 0 ? '' : ` transform="rotate(${label.angle} ${x} ${y})"`;
  const look = label.kind === 'place' ? ' class="i"' : '';
  return `<text x="${x}" y="${y}"${look}${turn}>${escapeXml(label.text)}</text>`;
}

function writePin(view: Viewport, pin: Point, number: number): string {
  const [x, y] = view.toPixel(toPosition(pin)).map(Math.round) as [number, number];
  return (
    `<path class="p" d="M${x} ${y}c-3-7-12-11-12-20a12 12 0 0 1 24 0c0 9-9 13-12 20z"/>` +
    `<text class="n" x="${x}" y="${y - 20}">${number}</text>`
  );
}

const escapeXml = (text: string) =>
  text.replaceAll(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
