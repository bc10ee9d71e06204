import type { ImportedRequest, PastStatus } from '../server/src/modules/service-requests/index.ts';
import { LAMP_OUT } from '../server/test/prepare-var.ts';

const DAY_MS = 24 * 60 * 60_000;
const YEARS = 5;

const THINGS = [
  'lampadaire',
  'trottoir',
  'banc',
  'nid-de-poule',
  'poubelle',
  'arbre',
  'feu',
  'bordure',
];
const STATES = ['cassé', 'éteint', 'renversé', 'dangereux', 'abîmé', 'bouché', 'arraché', 'inondé'];
const PLACES = ['école', 'gare', 'mairie', 'stade', 'marché', 'église', 'crèche', 'médiathèque'];
const STREETS = [
  'Fontaine',
  'République',
  'Lavoir',
  'Mésanges',
  'Tilleuls',
  'Moulin',
  'Remparts',
  'Gare',
];

/**
 * Requests of a large métropole over five years: one in forty still open, places spread over two
 * communes, words that a full-text index must tell apart. The same for the same index.
 */
export function plausibleRequest(
  index: number,
  now: Date,
  communes: { id: string; name: string; west: number }[],
): ImportedRequest {
  const pick = <T>(list: readonly T[], salt: number) => list[hash(index, salt) % list.length] as T;
  const open = index % 40 === 0;
  const ageDays = open ? (hash(index, 1) % 600) / 10 : (hash(index, 1) % (YEARS * 3_650)) / 10;
  const receivedAt = new Date(now.getTime() - ageDays * DAY_MS);
  const commune = pick(communes, 2);
  const history: PastStatus[] = open
    ? []
    : [
        {
          status: 'answered',
          at: new Date(receivedAt.getTime() + 2 * DAY_MS),
          note: 'C’est fait.',
        },
      ];
  return {
    externalReference: String(index),
    serviceCode: LAMP_OUT.code,
    description: `${pick(THINGS, 3)} ${pick(STATES, 4)} devant ${pick(PLACES, 5)}, repère ${hash(index, 6) % 50_000}`,
    channel: pick(['web', 'phone', 'desk'] as const, 7),
    point: {
      lat: 43.6 + (hash(index, 8) % 100_000) / 1_000_001,
      long: commune.west + (hash(index, 9) % 100_000) / 1_000_001,
    },
    address: `${1 + (hash(index, 10) % 200)} rue ${pick(STREETS, 11)}`,
    communeId: commune.id,
    communeName: commune.name,
    organizationId: commune.id,
    severity: pick([1, 2, 2, 3, 4] as const, 12),
    urgency: pick([1, 2, 3, 3, 4] as const, 13),
    receivedAt,
    history,
  };
}

/** Small, fast and the same everywhere (Thomas Wang's integer mix). */
function hash(index: number, salt: number): number {
  let x = Math.imul(index ^ (salt * 0x9e3779b1), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
