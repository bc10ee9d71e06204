import { toPoint, toPolygon } from '../core/projection.ts';
import type { Territory } from '../types.ts';
import type { Borders } from './borders.ts';
import { COMMUNES, TERRITORY } from './communes.ts';

/** The territory with its borders, in degrees. */
export function describeTerritory(borders: Borders): Territory {
  const { slug, name, departement } = TERRITORY;
  return {
    slug,
    name,
    departement: { ...departement, boundary: toPolygon(borders.departement) },
    boundary: toPolygon(borders.territory),
    communes: COMMUNES.map(({ key, name, code, postcode, population, centre }) => ({
      name,
      code,
      postcode,
      population,
      centre: toPoint(centre),
      boundary: toPolygon(borders.communes[key]),
    })),
  };
}
