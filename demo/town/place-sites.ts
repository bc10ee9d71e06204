import { ringCentre } from '../core/plane.ts';
import type { Random } from '../core/random.ts';
import type { CommuneAt } from '../territory/commune-at.ts';
import { COMMUNES, type CommuneKey } from '../territory/communes.ts';
import { openLandOffice } from './claim-land.ts';
import type { Block } from './find-blocks.ts';
import type { GreatPlace } from './ground.ts';
import type { NamedStretch } from './name-streets.ts';
import type { Occupancy } from './occupancy.ts';
import { raiseMonuments } from './raise-monuments.ts';
import type { LandUse, Site } from './site.ts';
import { nameSite } from './site-names.ts';

/** How many of each a commune has, beside its main square; those that matter most come first. */
const WANTED: Record<LandUse, Record<CommuneKey, number>> = {
  square: { montserein: 10, belrive: 4, clairvigne: 3, ormeaux: 2, tancrede: 2, fontgrise: 0 },
  school: { montserein: 17, belrive: 8, clairvigne: 5, ormeaux: 3, tancrede: 2, fontgrise: 1 },
  'sports-ground': {
    montserein: 7,
    belrive: 4,
    clairvigne: 3,
    ormeaux: 2,
    tancrede: 1,
    fontgrise: 1,
  },
  cemetery: { montserein: 2, belrive: 1, clairvigne: 1, ormeaux: 1, tancrede: 1, fontgrise: 1 },
  park: { montserein: 28, belrive: 14, clairvigne: 9, ormeaux: 6, tancrede: 4, fontgrise: 1 },
};

/** Gives blocks and lots to public uses, the main squares first: houses come around them. */
export function placeSites(
  blocks: readonly Block[],
  stretches: readonly NamedStretch[],
  places: readonly GreatPlace[],
  communeAt: CommuneAt,
  occupancy: Occupancy,
  random: Random,
): Site[] {
  const claim = openLandOffice(blocks, stretches, places, occupancy, random);
  const sites: Site[] = places.flatMap(({ kind, name, ring }) =>
    kind === 'park' ? [{ kind, name, ring, commune: communeAt(ringCentre(ring)) }] : [],
  );
  for (const commune of COMMUNES) {
    const square = claim({ use: 'square', commune, near: commune.centre });
    if (square)
      sites.push({ kind: 'square', name: mainSquare(commune.key), ring: square, commune });
    const heart = square ? ringCentre(square) : commune.centre;
    sites.push(...raiseMonuments(commune, heart, stretches, occupancy));
    for (const use of Object.keys(WANTED) as LandUse[]) {
      for (let index = 0; index < WANTED[use][commune.key]; index++) {
        const ring = claim({ use, commune });
        if (ring) sites.push({ kind: use, name: nameSite(use, index, commune), ring, commune });
      }
    }
  }
  return sites;
}

const mainSquare = (key: CommuneKey) =>
  key === 'montserein' ? 'Place de l’Hôtel-de-Ville' : 'Place de la Mairie';
