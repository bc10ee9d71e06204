import type { RoadClass } from '../../organizations/index.ts';
import type { Shape } from '../feature.ts';

export const HOLDING_KINDS = ['street', 'asset'] as const;
export type HoldingKind = (typeof HOLDING_KINDS)[number];

/** What the town says of a street or an asset; null: it does not say, the map does. */
export interface HoldingFacts {
  roadClass: RoadClass | null;
  /** `D 12`. */
  roadNumber: string | null;
  builtUp: boolean | null;
  /** INSEE code or SIREN of the owner, or one of {@link OTHER_OWNERS}. */
  ownerCode: string | null;
}

/** One street or one asset (a park, a building, a lamp's cabinet) and whose it is. */
export interface Holding extends HoldingFacts {
  id: string;
  kind: HoldingKind;
  communeCode: string;
  /** Empty for a road that has none. */
  name: string;
  /** Null: the whole street of that name in the commune. */
  geometry: Shape | null;
}

/** What is known of a street of which nobody says anything. */
export const UNSAID: HoldingFacts = {
  roadClass: null,
  roadNumber: null,
  builtUp: null,
  ownerCode: null,
};

export type StoredHolding = Holding & {
  /** Written by a person: the next file leaves it. */
  corrected: boolean;
  version: number;
  changedAt: Date;
};

/** Owners without a code of their own. */
export const OTHER_OWNERS = ['État', 'Privé'] as const;

/** Whether two say the same of a street or an asset. */
export function saySame(a: HoldingFacts, b: HoldingFacts): boolean {
  return FACTS.every((fact) => a[fact] === b[fact]);
}

export const FACTS = ['roadClass', 'roadNumber', 'builtUp', 'ownerCode'] as const;

/**
 * What the map says, corrected by what the town says. A road whose class the town says otherwise
 * is another road: its number and its owner are then the town's to say too.
 */
export function overlay<Known extends HoldingFacts>(known: Known, said: HoldingFacts): Known {
  const isOther = said.roadClass !== null && said.roadClass !== known.roadClass;
  return {
    ...known,
    roadClass: said.roadClass ?? known.roadClass,
    roadNumber: said.roadNumber ?? (isOther ? null : known.roadNumber),
    builtUp: said.builtUp ?? known.builtUp,
    ownerCode: said.ownerCode ?? (isOther ? null : known.ownerCode),
  };
}
