import type { Site } from '../../places/index.ts';

/** What makes a request matter to more people, each with its weight. */
export type FactKind =
  | 'school'
  | 'care'
  | 'market'
  | 'playground'
  | 'stop'
  | 'main-road'
  | 'residents'
  | 'reopened';

/** Exposure from 0 (few people) to 3 (many, or the most fragile). */
export type Exposure = 0 | 1 | 2 | 3;

export interface ExposureFact {
  kind: FactKind;
  points: number;
  /** Of the site. */
  name?: string;
  metres?: number;
  /** Residents concerned, or times that it was reopened. */
  count?: number;
}

interface SiteRule {
  kind: FactKind;
  /** As near as this it counts. */
  within: number;
  points: number;
  /** What base maps call it. */
  features: readonly string[];
  /** How its name begins in a gazetteer. */
  named: RegExp | null;
}

/**
 * Which sites count, and how near. Children and the ill weigh two, as they cannot look after
 * themselves; where many people pass weighs one. The program's own judgement, written down so that a
 * town can dispute it: no law gives these figures.
 */
const SITE_RULES: readonly SiteRule[] = [
  {
    kind: 'school',
    within: 100,
    points: 2,
    features: ['school', 'kindergarten', 'nursery', 'college'],
    named: /^(?:écoles?|collège|lycée|crèche|groupe scolaire|maternelle)\b/iu,
  },
  {
    kind: 'care',
    within: 100,
    points: 2,
    features: ['hospital', 'clinic', 'care-home'],
    named: /^(?:hôpital|centre hospitalier|clinique|ehpad|maison de retraite)\b/iu,
  },
  {
    kind: 'market',
    within: 80,
    points: 1,
    features: ['market', 'marketplace'],
    named: /^(?:marché|halles?)\b/iu,
  },
  {
    kind: 'playground',
    within: 60,
    points: 1,
    features: ['playground'],
    named: /^aire de jeux\b/iu,
  },
  {
    kind: 'stop',
    within: 40,
    points: 1,
    features: ['bus-stop', 'tram-stop', 'station'],
    named: /^(?:arrêt|gare|station)\b/iu,
  },
];

/** A main road counts when the request is on it, or along it. */
const ALONG_A_ROAD = 15;
const MAIN_ROADS = new Set(['national', 'departmental']);

/** The facts of a place: of each kind, the nearest site only. Two schools are not twice a school. */
export function factsOfPlace(sites: readonly Site[]): ExposureFact[] {
  const facts = SITE_RULES.flatMap(({ kind, within, points, features, named }): ExposureFact[] => {
    const site = sites.find(
      (one) =>
        one.metres <= within &&
        (features.includes(one.kind) ||
          (one.kind === 'landmark' && one.name !== null && named?.test(one.name) === true)),
    );
    if (!site) return [];
    return [{ kind, points, metres: site.metres, ...(site.name && { name: site.name }) }];
  });
  const road = sites.find(
    ({ roadClass, metres }) => metres <= ALONG_A_ROAD && MAIN_ROADS.has(roadClass ?? ''),
  );
  if (!road) return facts;
  return [...facts, { kind: 'main-road', points: 1, ...(road.name && { name: road.name }) }];
}

/** From this many residents on, each with a say of their own. */
const SEVERAL = 2;
const MANY = 5;

/** The facts of what became of the request: how many people it concerns, how often it came back. */
export function factsOfCourse({
  residents,
  reopened,
}: {
  residents: number;
  reopened: number;
}): ExposureFact[] {
  return [
    ...(residents >= SEVERAL
      ? [{ kind: 'residents' as const, points: residents >= MANY ? 2 : 1, count: residents }]
      : []),
    ...(reopened > 0 ? [{ kind: 'reopened' as const, points: 1, count: reopened }] : []),
  ];
}

/** @returns the sum of the points, at most 3 */
export function exposureOf(facts: readonly ExposureFact[]): Exposure {
  const sum = facts.reduce((total, { points }) => total + points, 0);
  return Math.min(3, sum) as Exposure;
}
