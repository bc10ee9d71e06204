/** Why an organization says that a request is not its own. */
export const REFUSAL_REASONS = [
  'not-our-road',
  'not-our-asset',
  'not-our-service',
  'outside-our-area',
  'agreement-says-other',
  'private-property',
  'other',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** After so many changes of hands a request stays with whoever orients, until a person decides. */
export const HOP_LIMIT = 5;

/** What passing from hand to hand leaves on a request. */
export interface HandOver {
  /** How often it changed hands. */
  hops: number;
  /** Nobody takes it: organizations disagree, or it changed hands too often. */
  contested: boolean;
  /** Who decides at its place when nobody is sure. */
  orientingOrganizationId: string | null;
  /** Public authorities that act at the same place for something else. */
  concernedOrganizationIds: string[];
}

export const NOT_HANDED_OVER: HandOver = {
  hops: 0,
  contested: false,
  orientingOrganizationId: null,
  concernedOrganizationIds: [],
};

/** A request that its holder gives away. */
export interface Passing {
  hops: number;
  holderId: string | null;
  /** Had it before. */
  formerIds: readonly string[];
  /** Said that it is not theirs. */
  refusedIds: readonly string[];
  orientingId: string | null;
}

/** Where it goes: to an organization that has not seen it yet, or to whoever orients, contested. */
export interface NextHolder {
  organizationId: string | null;
  hops: number;
  contested: boolean;
}

/**
 * Who has a request next. It never comes back by itself to an organization that refused it or had
 * it already: a loop, or too many hops, ends in the queue of whoever orients, where a person
 * decides. So hops are bounded and every request is always somebody's.
 *
 * @param wantedId - whom the rules or the author name; null when they name nobody
 */
export function nextHolder(passing: Passing, wantedId: string | null): NextHolder {
  const { holderId, formerIds, refusedIds, orientingId } = passing;
  const seen = [holderId, ...formerIds, ...refusedIds];
  const goesOn = wantedId !== null && !seen.includes(wantedId) && passing.hops < HOP_LIMIT - 1;
  return {
    organizationId: goesOn ? wantedId : orientingId,
    hops: Math.min(passing.hops + 1, HOP_LIMIT),
    contested: !goesOn,
  };
}

/** Those that had it, without the one that has it now. */
export function formerHolders(
  former: readonly string[],
  left: string | null,
  holder: string | null,
): string[] {
  const all = [...former, left].filter((id) => id !== null && id !== holder);
  return [...new Set(all as string[])];
}
