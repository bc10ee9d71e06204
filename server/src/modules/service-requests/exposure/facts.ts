import type { Site } from '../../places/index.ts';
import type { FactKind, Weights } from './weights.ts';

/** Exposure from 0 (few people) to 3 (many, or the most fragile). */
export type Exposure = 0 | 1 | 2 | 3;

export interface ExposureFact {
  /** However many residents there are, their fact is `residents`. */
  kind: Exclude<FactKind, 'many-residents'>;
  points: number;
  /** Of the site. */
  name?: string;
  metres?: number;
  /** Residents concerned, or times that it was reopened. */
  count?: number;
}

interface SiteRule {
  kind: ExposureFact['kind'];
  /** What base maps call it. */
  features: readonly string[];
  /** How its name begins in a gazetteer. */
  named: RegExp | null;
}

/** How sites are known; how near and how much they count, `weights.ts` says. */
const SITE_RULES: readonly SiteRule[] = [
  {
    kind: 'school',
    features: ['school', 'kindergarten', 'nursery', 'college'],
    named: /^(?:écoles?|collège|lycée|crèche|groupe scolaire|maternelle)\b/iu,
  },
  {
    kind: 'care',
    features: ['hospital', 'clinic', 'care-home'],
    named: /^(?:hôpital|centre hospitalier|clinique|ehpad|maison de retraite)\b/iu,
  },
  {
    kind: 'market',
    features: ['market', 'marketplace'],
    named: /^(?:marché|halles?)\b/iu,
  },
  {
    kind: 'playground',
    features: ['playground'],
    named: /^aire de jeux\b/iu,
  },
  {
    kind: 'stop',
    features: ['bus-stop', 'tram-stop', 'station'],
    named: /^(?:arrêt|gare|station)\b/iu,
  },
];

const MAIN_ROADS = new Set(['national', 'departmental']);

/** The facts of a place: of each kind, the nearest site only. Two schools are not twice a school. */
export function factsOfPlace(sites: readonly Site[], weights: Weights): ExposureFact[] {
  const facts = SITE_RULES.flatMap(({ kind, features, named }): ExposureFact[] => {
    const { points, from } = weights[kind];
    if (points === 0) return [];
    const site = sites.find(
      (one) =>
        one.metres <= (from ?? 0) &&
        (features.includes(one.kind) ||
          (one.kind === 'landmark' && one.name !== null && named?.test(one.name) === true)),
    );
    if (!site) return [];
    return [{ kind, points, metres: site.metres, ...(site.name && { name: site.name }) }];
  });
  const { points, from } = weights['main-road'];
  const road = sites.find(
    ({ roadClass, metres }) => metres <= (from ?? 0) && MAIN_ROADS.has(roadClass ?? ''),
  );
  if (!road || points === 0) return facts;
  return [...facts, { kind: 'main-road', points, ...(road.name && { name: road.name }) }];
}

/** The facts of what became of the request: how many people it concerns, how often it came back. */
export function factsOfCourse(
  { residents, reopened }: { residents: number; reopened: number },
  weights: Weights,
): ExposureFact[] {
  const reached = ({ from }: Weights['residents']) => from !== null && residents >= from;
  const many = weights['many-residents'];
  const points = reached(many)
    ? many.points
    : reached(weights.residents)
      ? weights.residents.points
      : 0;
  const again = reopened > 0 ? weights.reopened.points : 0;
  return [
    ...(points > 0 ? [{ kind: 'residents' as const, points, count: residents }] : []),
    ...(again > 0 ? [{ kind: 'reopened' as const, points: again, count: reopened }] : []),
  ];
}

/** @returns the sum of the points, at most 3 */
export function exposureOf(facts: readonly ExposureFact[]): Exposure {
  const sum = facts.reduce((total, { points }) => total + points, 0);
  return Math.min(3, sum) as Exposure;
}
