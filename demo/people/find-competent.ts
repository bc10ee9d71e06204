import type { Competence, MapFeature } from '../types.ts';

/** The road of a place, as far as it has one. */
export type Road = Pick<MapFeature, 'roadClass' | 'roadNumber' | 'builtUp'>;

export interface WhoActs {
  serviceCode: string;
  communeCode: string;
  road: Road;
  /** ISO date. */
  on: string;
}

/**
 * The organization that the rules name, or undefined: a private or national road, for instance.
 * The product's own decision, on the plain data of the demonstration; a test holds them together.
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
  return (question) =>
    byService.get(question.serviceCode)?.find((rule) => holds(rule, question))?.organization;
}

const weight = ({ priority, roadNumbers, roadClasses, builtUp }: Competence): number =>
  priority * 64 + (roadNumbers ? 8 : 0) + (roadClasses ? 4 : 0) + (builtUp === undefined ? 0 : 2);

function holds(rule: Competence, { communeCode, road, on }: WhoActs): boolean {
  const accepts = <T>(accepted: readonly T[] | undefined, value: T | undefined) =>
    accepted === undefined || (value !== undefined && accepted.includes(value));
  return (
    rule.from <= on &&
    (rule.until === undefined || on < rule.until) &&
    accepts(rule.communeCodes, communeCode) &&
    accepts(rule.roadClasses, road.roadClass) &&
    accepts(rule.roadNumbers, road.roadNumber) &&
    (rule.builtUp === undefined || rule.builtUp === road.builtUp)
  );
}
