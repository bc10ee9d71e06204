import type { MapFeature, MapFeatureKind, RoadClass } from '../types.ts';
import { DEPARTEMENT, METROPOLE } from './organizations.ts';

/** Who is none of the territory's organizations, and owns roads in it. */
const STATE = 'etat';
const PRIVATE = 'prive';

const OF_ROADS: Record<RoadClass, string> = {
  national: STATE,
  departmental: DEPARTEMENT,
  metropolitan: METROPOLE,
  // The métropole took the roads of its communes over (CGCT, art. L. 5217-5).
  communal: METROPOLE,
  private: PRIVATE,
};
const OF_COMMUNES: readonly MapFeatureKind[] = [
  'park',
  'playground',
  'sports-ground',
  'cemetery',
  'square',
];

/**
 * Who owns what lies there: a park is its commune's, what stands along a road is the road's owner's.
 *
 * @param communeOwner - how the commune is named: by its slug, or by its code
 */
export function ownerOf(
  feature: Pick<MapFeature, 'kind' | 'roadClass'>,
  road: Pick<MapFeature, 'roadClass'>,
  communeOwner: string,
): string | undefined {
  if (OF_COMMUNES.includes(feature.kind)) return communeOwner;
  const { roadClass } = feature.kind === 'street' ? feature : road;
  return roadClass && OF_ROADS[roadClass];
}
