import type { Geometry } from 'geojson';

/** `[west, south, east, north]` around the French territories, generous at sea. */
const FRANCE: readonly [west: number, south: number, east: number, north: number][] = [
  [-6, 41, 10, 51.5], // metropolitan
  [-63.3, 15.7, -60.9, 18.3], // Guadeloupe, Saint-Martin, Saint-Barthélemy
  [-61.4, 14.2, -60.6, 15.1], // Martinique
  [-54.8, 2, -51.4, 6], // Guyane
  [55, -21.6, 56, -20.7], // La Réunion
  [44.8, -13.2, 45.5, -12.4], // Mayotte
  [-56.7, 46.6, -56, 47.3], // Saint-Pierre-et-Miquelon
];

/** What an untrusted geometry may be. */
export const SURFACES = ['Polygon', 'MultiPolygon'] as const;
export const LINES = ['LineString', 'MultiLineString'] as const;

type Plain = Exclude<Geometry['type'], 'GeometryCollection' | 'MultiPoint'>;

/** How deep the lists of positions lie in each. */
const DEPTHS: Record<Plain, number> = {
  Point: 0,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/**
 * What is wrong with an untrusted geometry, in French, or `undefined` when it is sound: right kind,
 * numbers, lines of two positions, rings closed and of four, longitude before latitude.
 *
 * Source: RFC 7946 §3.1.1, §3.1.4, §3.1.6.
 */
export function geometryFault(geometry: unknown, types: readonly Plain[]): string | undefined {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  const known = types.find((one) => one === type);
  if (!known) {
    return `la géométrie est « ${String(type ?? 'absente').slice(0, 40)} », il faut un ${types.join(' ou un ')}`;
  }
  if (known === 'Point') return positionFault(coordinates) ?? swapFault([coordinates] as never);
  const isSurface = known === 'Polygon' || known === 'MultiPolygon';
  const [piece, list] = isSurface ? ['anneau', 'd’anneaux'] : ['ligne', 'de lignes'];
  const lines = piecesOf(coordinates, DEPTHS[known]);
  if (!lines) return `les coordonnées ne sont pas une liste ${list}`;
  for (const [index, line] of lines.entries()) {
    const fault = isSurface ? ringFault(line) : lineFault(line);
    if (fault) return `${piece} ${index + 1} : ${fault}`;
  }
  return swapFault(lines.flat() as [number, number][]);
}

/** The lists of positions, whatever holds them; each list on the way has something. */
function piecesOf(coordinates: unknown, depth: number): unknown[][] | undefined {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return undefined;
  if (depth === 1) return [coordinates];
  if (depth === 2) return coordinates.every(Array.isArray) ? coordinates : undefined;
  const inner = coordinates.map((one) => piecesOf(one, depth - 1));
  return inner.every((one) => one !== undefined) ? inner.flat() : undefined;
}

function lineFault(line: unknown[]): string | undefined {
  for (const [index, position] of line.entries()) {
    const fault = positionFault(position);
    if (fault) return `point ${index + 1} : ${fault}`;
  }
  return line.length < 2 ? 'un seul point, il en faut au moins 2' : undefined;
}

function ringFault(ring: unknown[]): string | undefined {
  for (const [index, position] of ring.entries()) {
    const fault = positionFault(position);
    if (fault) return `point ${index + 1} : ${fault}`;
  }
  if (ring.length < 4) return `${ring.length} points, il en faut au moins 4`;
  const [first, last] = [ring[0], ring.at(-1)] as [number[], number[]];
  return first[0] === last[0] && first[1] === last[1]
    ? undefined
    : 'il n’est pas fermé : le dernier point doit répéter le premier';
}

function positionFault(position: unknown): string | undefined {
  if (!Array.isArray(position) || position.length < 2 || !position.every(Number.isFinite)) {
    return 'ce n’est pas une paire de nombres';
  }
  const [long, lat] = position as [number, number];
  if (Math.abs(long) <= 180 && Math.abs(lat) <= 90) return undefined;
  const metric = Math.abs(long) > 1000 || Math.abs(lat) > 1000;
  return metric
    ? `${long}, ${lat} sont des mètres (Lambert 93 ?) : il faut des degrés WGS 84`
    : `${long}, ${lat} sont hors limites : longitude de −180 à 180, latitude de −90 à 90`;
}

function swapFault(positions: [number, number][]): string | undefined {
  const inFrance = ([long, lat]: [number, number]) =>
    FRANCE.some(([w, s, e, n]) => long >= w && long <= e && lat >= s && lat <= n);
  if (positions.some(inFrance)) return undefined;
  return positions.every(([long, lat]) => inFrance([lat, long]))
    ? 'les coordonnées sont inversées : la longitude vient avant la latitude'
    : undefined;
}
