import { type Area, polygonsOf } from '../../../platform/geo/index.ts';

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

/**
 * What is wrong with an untrusted area, in French, or `undefined` when it is sound: right kind,
 * numbers, rings closed and of four positions, longitude before latitude.
 *
 * Source: RFC 7946 §3.1.1, §3.1.4, §3.1.6.
 */
export function areaFault(geometry: unknown): string | undefined {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    return `la géométrie est « ${String(type ?? 'absente').slice(0, 40)} », il faut un Polygon ou un MultiPolygon`;
  }
  const rings = ringsOf(type, coordinates);
  if (!rings) return 'les coordonnées ne sont pas une liste d’anneaux';
  for (const [index, ring] of rings.entries()) {
    const fault = ringFault(ring);
    if (fault) return `anneau ${index + 1} : ${fault}`;
  }
  return swapFault({ type, coordinates } as Area);
}

function ringsOf(type: 'Polygon' | 'MultiPolygon', coordinates: unknown): unknown[][] | undefined {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return undefined;
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : coordinates;
  const sound = polygons.every(
    (polygon) => Array.isArray(polygon) && polygon.length > 0 && polygon.every(Array.isArray),
  );
  return sound ? (polygons as unknown[][][]).flat() : undefined;
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

function swapFault(area: Area): string | undefined {
  const positions = polygonsOf(area).flat(2) as [number, number][];
  const inFrance = ([long, lat]: [number, number]) =>
    FRANCE.some(([w, s, e, n]) => long >= w && long <= e && lat >= s && lat <= n);
  if (positions.some(inFrance)) return undefined;
  return positions.every(([long, lat]) => inFrance([lat, long]))
    ? 'les coordonnées sont inversées : la longitude vient avant la latitude'
    : undefined;
}
