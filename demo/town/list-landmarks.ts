import type { Position } from 'geojson';
import { ringCentre, type Vec } from '../core/plane.ts';
import { toPlane, toPoint } from '../core/projection.ts';
import { COMMUNES } from '../territory/communes.ts';
import type { Landmark, MapFeature } from '../types.ts';

const UNLISTED = new Set(['street', 'building', 'river', 'railway', 'recycling-point']);

/** The places that people call by their name, each once in its commune. */
export function listLandmarks(features: readonly MapFeature[]): Landmark[] {
  const names = new Map(COMMUNES.map(({ code, name }) => [code, name]));
  const seen = new Set<string>();
  return features.flatMap((feature) => {
    if (!feature.name || UNLISTED.has(feature.kind)) return [];
    const { id, kind, name, communeCode, geometry } = feature;
    if (geometry.type === 'LineString') return [];
    const title = kind === 'bus-stop' ? `Arrêt ${name}` : name;
    const key = `${communeCode} ${title}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const at =
      geometry.type === 'Point'
        ? toPlane(geometry.coordinates)
        : ringCentre(openRing(geometry.coordinates[0] as Position[]));
    const communeName = names.get(communeCode) as string;
    return [
      { id: `landmark-${id}`, name: title, kind, communeCode, communeName, point: toPoint(at) },
    ];
  });
}

const openRing = (ring: readonly Position[]): Vec[] => ring.slice(0, -1).map(toPlane);
