import type { Competence, MapFeature } from '../types.ts';

/** The road of a place, as far as it has one. */
export type Road = Pick<MapFeature, 'roadClass' | 'roadNumber' | 'builtUp'>;

export interface WhoActs {
  serviceCode: string;
  communeCode: string;
  road: Road;
  /** Who owns the road or the ground, by slug. */
  owner?: string | undefined;
  /** Name of the park or the building. */
  placeName?: string | undefined;
  /** ISO date. */
  on: string;
}

/**
 * The organization that the rules name, or undefined: a private or national road, for instance.
 * The product's own decision, on the plain data of the demonstration; a test holds them together.
 * Where the product would ask a person, this one has answered already, and for the commune.
 */
export function competenceFinder(
  rules: readonly Competence[],
): (question: WhoActs) => string | undefined {
  const byService = new Map<string, Competence[]>();
  for (const rule of rules.toSorted((a, b) => weight(b) - weight(a))) {
    for (const code of rule.serviceCodes) {
      const list = byService.get(code);
      if (list) list.push(rule);
      else byService.set(code, [rule]);
    }
  }
  return (question) => {
    const holding = (byService.get(question.serviceCode) ?? []).filter((rule) =>
      holds(rule, question),
    );
    const refusing = holding.filter(({ value }) => value === 'no');
    return holding.find(
      (rule) =>
        rule.value !== 'no' &&
        !refusing.some((no) => no.organization === rule.organization && weight(no) >= weight(rule)),
    )?.organization;
  };
}

const weight = (rule: Competence): number =>
  rule.priority * 64 +
  (rule.roadNumbers || rule.value === 'community-interest' ? 32 : 0) +
  (rule.owners ? 16 : 0) +
  (rule.roadClasses ? 8 : 0) +
  (rule.builtUp === undefined ? 0 : 4) +
  (rule.communeCodes ? 2 : 0);

function holds(rule: Competence, { communeCode, road, owner, placeName, on }: WhoActs): boolean {
  const accepts = <T>(accepted: readonly T[] | undefined, value: T | undefined) =>
    accepted === undefined || (value !== undefined && accepted.includes(value));
  return (
    rule.from <= on &&
    (rule.until === undefined || on < rule.until) &&
    accepts(rule.communeCodes, communeCode) &&
    accepts(rule.roadClasses, road.roadClass) &&
    accepts(rule.roadNumbers, road.roadNumber) &&
    accepts(rule.owners, owner) &&
    (rule.value !== 'community-interest' || accepts(rule.declaredPlaces ?? [], placeName)) &&
    (rule.builtUp === undefined || rule.builtUp === road.builtUp)
  );
}
