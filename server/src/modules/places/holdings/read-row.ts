import type { RoadClass } from '../../organizations/index.ts';
import { plain } from '../search/words.ts';
import type { FileRow } from './file-row.ts';
import type { HoldingFacts } from './holding.ts';
import { type PossibleOwner, readOwner } from './read-owner.ts';

/** How French files write who maintains a road, without accents. */
const CLASSES: Record<string, RoadClass> = {
  nationale: 'national',
  national: 'national',
  autoroute: 'national',
  departementale: 'departmental',
  departmental: 'departmental',
  metropolitaine: 'metropolitan',
  metropolitan: 'metropolitan',
  communale: 'communal',
  communal: 'communal',
  privee: 'private',
  private: 'private',
};

const BOOLEANS: Record<string, boolean> = {
  oui: true,
  true: true,
  vrai: true,
  1: true,
  non: false,
  false: false,
  faux: false,
  0: false,
};

const ROAD_NUMBER = /^[A-Z]{1,3} ?\d{1,5}[A-Z]{0,2}\d{0,3}$/i;
const LONGEST_NAME = 200;

/**
 * Reads what a row says of a street or an asset.
 *
 * @returns the facts, or what is wrong, in French
 */
export function readFacts(
  { cells }: FileRow,
  kind: 'street' | 'asset',
  organizations: readonly PossibleOwner[],
): HoldingFacts | string {
  const { roadClass = '', roadNumber = '', builtUp = '', owner = '' } = cells;
  const facts: HoldingFacts = {
    roadClass: CLASSES[plain(roadClass.trim())] ?? null,
    roadNumber: roadNumber || null,
    builtUp: BOOLEANS[plain(builtUp.trim())] ?? null,
    ownerCode: (owner && readOwner(owner, organizations)) || null,
  };
  if (roadClass && !facts.roadClass) {
    return `la classe ${quote(roadClass)} est inconnue : nationale, départementale, métropolitaine, communale ou privée`;
  }
  if (roadNumber && !ROAD_NUMBER.test(roadNumber)) {
    return `${quote(roadNumber)} n’est pas un numéro de route, comme D 12`;
  }
  if (builtUp && facts.builtUp === null) {
    return `l’agglomération est ${quote(builtUp)} : il faut oui ou non`;
  }
  if (owner && !facts.ownerCode) {
    return `le propriétaire ${quote(owner)} n’est ni un organisme du territoire, ni un SIREN ou un code INSEE, ni « État » ou « Privé »`;
  }
  if (kind === 'asset') {
    if (facts.roadClass || facts.roadNumber) return 'un équipement n’a ni classe ni numéro de voie';
    if (!facts.ownerCode) return 'le propriétaire de l’équipement manque';
  }
  return Object.values(facts).some((fact) => fact !== null)
    ? facts
    : 'ni classe, ni numéro, ni propriétaire : la ligne ne dit rien';
}

/** What a row is about, and how it calls it. */
export function readSubject({ cells, geometry }: FileRow): {
  kind: 'street' | 'asset';
  name: string;
} {
  const { street = '', asset = '', name = '' } = cells;
  const isStreet = geometry === null || geometry.type.endsWith('LineString');
  return isStreet
    ? { kind: 'street', name: clip(street || name) }
    : { kind: 'asset', name: clip(asset || name || street) };
}

const clip = (name: string) => name.slice(0, LONGEST_NAME);

/** What a file says, short enough for a sentence. */
export const quote = (text: string) => `« ${text.slice(0, 60)} »`;
