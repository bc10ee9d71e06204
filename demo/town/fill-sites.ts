import type { Vec } from '../core/plane.ts';
import type { Random } from '../core/random.ts';
import { rectangleWithin } from './lots.ts';
import type { Occupancy } from './occupancy.ts';
import type { Building } from './place-buildings.ts';
import type { Site } from './site.ts';
import { ofSite } from './site-names.ts';

/** The buildings of the schools and of the sports grounds. */
export function buildOnSites(
  sites: readonly Site[],
  occupancy: Occupancy,
  random: Random,
): Building[] {
  return sites.flatMap(({ kind, ring: land, commune }) => {
    if (kind !== 'school' && kind !== 'sports-ground') return [];
    const school = kind === 'school';
    const count = school ? random.integer(2, 3) : 1;
    return Array.from({ length: count }).flatMap(() => {
      const size: Vec = school ? [random.between(26, 44), random.between(11, 14)] : [32, 20];
      const ring = rectangleWithin(land, size, random);
      if (!ring || !occupancy.isFree(ring, land)) return [];
      occupancy.build(ring);
      return [{ ring, heightMetres: school ? random.pick([4.5, 7.5, 10.5]) : 9, commune }];
    });
  });
}

/** A playground in most parks, and in some schoolyards that open on Sundays. */
export function placePlaygrounds(sites: readonly Site[], random: Random): Site[] {
  return sites.flatMap(({ kind, name, ring: land, commune }) => {
    const chance = kind === 'park' ? 0.75 : kind === 'school' ? 0.15 : 0;
    if (!random.chance(chance)) return [];
    const size = random.between(14, 24);
    const ring = rectangleWithin(land, [size, size * 0.7], random);
    return ring
      ? [{ kind: 'playground', name: `Aire de jeux ${ofSite(name)}`, ring, commune }]
      : [];
  });
}
