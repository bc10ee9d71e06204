import { distance, lineLength, type Vec } from '../core/plane.ts';
import type { CommuneFacts, CommuneKey } from '../territory/communes.ts';
import { lotAlong } from './lots.ts';
import type { NamedStretch } from './name-streets.ts';
import type { Occupancy } from './occupancy.ts';
import type { Monument, Site } from './site.ts';

interface Plan {
  kind: Monument;
  name: string;
  /** Along the street and away from it, in metres. */
  size: Vec;
  heightMetres: number;
  /** Absent: beside the main square. */
  near?: Vec;
}

const hall = (name: string): Plan => ({
  kind: 'town-hall',
  name,
  size: [24, 13],
  heightMetres: 11,
});
const church = (name: string): Plan => ({ kind: 'church', name, size: [28, 13], heightMetres: 19 });

const PLANS: Record<CommuneKey, Plan[]> = {
  montserein: [
    { kind: 'town-hall', name: 'Hôtel de ville de Montserein', size: [42, 18], heightMetres: 17 },
    { kind: 'church', name: 'Cathédrale Saint-Loup', size: [48, 21], heightMetres: 34 },
    {
      kind: 'station',
      name: 'Gare de Montserein',
      size: [70, 14],
      heightMetres: 12,
      near: [760, 900],
    },
    { ...church('Église Notre-Dame-des-Ponts'), near: [0, -1150] },
    { ...church('Église Sainte-Agathe'), near: [1050, 480] },
    { ...church('Église Saint-Éloi'), near: [-900, 350] },
    { ...church('Église Saint-Jean-de-la-Colline'), near: [-100, 2100] },
  ],
  belrive: [
    hall('Mairie de Belrive-sur-Sereine'),
    church('Église Saint-Nicolas'),
    {
      kind: 'station',
      name: 'Gare de Belrive-sur-Sereine',
      size: [34, 11],
      heightMetres: 9,
      near: [4760, 720],
    },
  ],
  clairvigne: [hall('Mairie de Clairvigne'), church('Église Saint-Vincent')],
  ormeaux: [
    hall('Mairie des Ormeaux-en-Val'),
    church('Église Saint-Martin'),
    {
      kind: 'station',
      name: 'Gare des Ormeaux-en-Val',
      size: [26, 10],
      heightMetres: 8,
      near: [-4700, 1480],
    },
  ],
  tancrede: [hall('Mairie de Saint-Tancrède-des-Bois'), church('Église Saint-Tancrède')],
  fontgrise: [hall('Mairie de Fontgrise'), church('Église Saint-Blaise')],
};

/** Builds what everyone knows on the free lots nearest to where it belongs. */
export function raiseMonuments(
  commune: CommuneFacts,
  heart: Vec,
  stretches: readonly NamedStretch[],
  occupancy: Occupancy,
): Site[] {
  const own = stretches.filter((s) => s.commune === commune && s.roadClass !== 'national');
  return PLANS[commune.key].flatMap(({ kind, name, size, heightMetres, near = heart }) => {
    const ring = nearestLot(own, near, size, occupancy);
    if (!ring) return [];
    occupancy.build(ring);
    return [{ kind, name, ring, commune, heightMetres }];
  });
}

function nearestLot(
  stretches: readonly NamedStretch[],
  near: Vec,
  [front, depth]: Vec,
  occupancy: Occupancy,
): Vec[] | undefined {
  const nearest = stretches
    .filter(({ line }) => lineLength(line) > front + 6)
    .map((stretch) => ({ stretch, away: Math.min(...stretch.line.map((p) => distance(p, near))) }))
    .sort((a, b) => a.away - b.away);
  for (const { stretch } of nearest) {
    const last = lineLength(stretch.line) - front - 3;
    for (let metres = 3; metres < last; metres += 6) {
      for (const side of [1, -1]) {
        const ring = lotAlong(stretch.line, metres, side, front, depth, stretch.width / 2 + 2.5);
        if (occupancy.isFree(ring)) return ring;
      }
    }
  }
  return undefined;
}
