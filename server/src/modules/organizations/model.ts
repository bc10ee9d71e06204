import type { Area, BoundingBox, Point } from '../../platform/geo/index.ts';

export const ORGANIZATION_KINDS = ['commune', 'epci', 'departement', 'operator'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** Who owns and maintains a road. */
export const ROAD_CLASSES = [
  'national',
  'departmental',
  'metropolitan',
  'communal',
  'private',
] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

/**
 * What a rule says of its organization, in the three values of the State's register of competences
 * (BANATIC): it acts; it does not; it acts only on what was declared of community interest.
 */
export const COMPETENCE_VALUES = ['yes', 'no', 'community-interest'] as const;
export type CompetenceValue = (typeof COMPETENCE_VALUES)[number];

/** What a deliberation declared of community interest: roads by number or name, places by name. */
export interface Declaration {
  roads: string[];
  places: string[];
}

export interface DirectoryOrganization {
  id: string;
  kind: OrganizationKind;
  name: string;
  /** INSEE code of a commune or a département, SIREN of the others. */
  code: string;
  /** Receives what nobody is sure about, inside its boundary. */
  orientation: boolean;
  boundary: Area | null;
  box: BoundingBox | null;
}

/** One rule: this organization acts, or not, on these services and roads, there, between two days. */
export interface Competence {
  organizationId: string;
  value: CompetenceValue;
  /** With « community interest » only. Null: what was declared is not known here, so ask a person. */
  declared: Declaration | null;
  /** At most one of the two; neither means every service. */
  serviceCode: string | null;
  serviceGroup: string | null;
  roadClasses: RoadClass[] | null;
  /** `D 12`, where a convention is about one road. */
  roadNumbers: string[] | null;
  /** Inside or outside built-up areas, as the signs at the town's entrances say. */
  builtUp: boolean | null;
  /** Who owns the road, the park or the object; null: whoever does. */
  ownerIds: string[] | null;
  /** Within whose boundary; null: its own. */
  areaOrganizationId: string | null;
  /** Decides before the rule's precision does; 0 unless a text says otherwise. */
  priority: number;
  /** ISO dates; `validUntil` is the first day when the rule no longer holds. */
  validFrom: string;
  validUntil: string | null;
  /** The legal ground, in French, as shown to a resident or another authority. */
  reason: string;
}

/** Whether a rule makes sense: one service or one group, at least one day, a declaration only of community interest. */
export function isSound(
  rule: Pick<
    Competence,
    'serviceCode' | 'serviceGroup' | 'validFrom' | 'validUntil' | 'value' | 'declared'
  >,
): boolean {
  const { serviceCode, serviceGroup, validFrom, validUntil, value, declared } = rule;
  return (
    (serviceCode === null || serviceGroup === null) &&
    (validUntil === null || validFrom < validUntil) &&
    (declared === null || value === 'community-interest')
  );
}

/** Whether a rule holds on a day. */
export function isInForce(
  { validFrom, validUntil }: Pick<Competence, 'validFrom' | 'validUntil'>,
  on: string,
): boolean {
  return validFrom <= on && (validUntil === null || on < validUntil);
}

/** What is asked: which service, where, on what road, on what day. Null means « not known ». */
export interface CompetenceQuestion {
  serviceCode: string;
  serviceGroup: string | null;
  point: Point;
  roadClass: RoadClass | null;
  roadNumber: string | null;
  /** Name of the road. */
  street: string | null;
  /** Names of what lies there: a park, a building. */
  placeNames: string[] | null;
  /** Who owns the road or what lies there. */
  ownerId: string | null;
  builtUp: boolean | null;
  on: string;
}

/** By law and by code: the order in which organizations are always told. */
export function byLegalOrder(a: DirectoryOrganization, b: DirectoryOrganization): number {
  return (
    ORGANIZATION_KINDS.indexOf(a.kind) - ORGANIZATION_KINDS.indexOf(b.kind) ||
    compare(a.code, b.code) ||
    compare(a.id, b.id)
  );
}

export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The organizations that stand nearest to residents, one of which always answers. */
export const isLocal = (kind: OrganizationKind) => kind === 'commune' || kind === 'epci';
