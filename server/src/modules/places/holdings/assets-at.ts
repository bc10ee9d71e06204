import {
  type Area,
  distanceMetres,
  fromPosition,
  type Point,
  pointInPolygon,
} from '../../../platform/geo/index.ts';
import type { Surroundings } from '../surroundings-store.ts';

/** How far from a lamp or a cabinet people put the pin that means it. */
const BESIDE_AN_ASSET = 8;

/** Assets of the town that hold a point, or stand beside it. */
export function assetsAt(
  { placed }: Pick<Surroundings, 'placed'>,
  point: Point,
): { name: string | null; ownerCode: string | null }[] {
  return placed
    .filter(({ geometry }) => {
      if (geometry.type === 'Point') {
        return distanceMetres(point, fromPosition(geometry.coordinates)) <= BESIDE_AN_ASSET;
      }
      return geometry.type.endsWith('Polygon') && pointInPolygon(point, geometry as Area);
    })
    .map(({ name, ownerCode }) => ({ name: name || null, ownerCode }));
}
