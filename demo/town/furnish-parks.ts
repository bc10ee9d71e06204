import { distanceToRing, ringArea, ringContains, type Vec } from '../core/plane.ts';
import type { Random } from '../core/random.ts';
import { boxOf } from '../core/spatial-grid.ts';
import type { Fixture } from './furnish-streets.ts';
import type { Site } from './site.ts';

/** Trees and benches in the parks and on the squares. */
export function furnishParks(sites: readonly Site[], random: Random): Fixture[] {
  return sites
    .filter(({ kind }) => kind === 'park' || kind === 'square' || kind === 'cemetery')
    .flatMap(({ kind, ring, commune }) => {
      const area = Math.abs(ringArea(ring));
      const trees = Math.min(90, area / (kind === 'park' ? 210 : 420));
      const benches = kind === 'cemetery' ? 2 : Math.min(14, 2 + area / 1400);
      return [
        ...spotsWithin(ring, trees, random).map((at): Fixture => ({ kind: 'tree', at, commune })),
        ...spotsWithin(ring, benches, random).map(
          (at): Fixture => ({ kind: 'bench', at, commune }),
        ),
      ];
    });
}

function spotsWithin(ring: readonly Vec[], count: number, random: Random): Vec[] {
  const { minX, minY, maxX, maxY } = boxOf(ring);
  const spots: Vec[] = [];
  for (let attempt = 0; attempt < count * 3 && spots.length < count; attempt++) {
    const at: Vec = [random.between(minX, maxX), random.between(minY, maxY)];
    if (ringContains(ring, at) && distanceToRing(ring, at) > 2) spots.push(at);
  }
  return spots;
}
