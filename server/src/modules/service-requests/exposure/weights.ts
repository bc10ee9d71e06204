/** What makes a request matter to more people. */
export const FACT_KINDS = [
  'school',
  'care',
  'market',
  'playground',
  'stop',
  'main-road',
  'residents',
  'many-residents',
  'reopened',
] as const;
/** `residents`: several of them; `many-residents`: many. One of the two counts. */
export type FactKind = (typeof FACT_KINDS)[number];

/** No fact weighs more than a whole exposure. */
export type Points = 0 | 1 | 2 | 3;

export interface Weight {
  /** 0: does not count here. */
  points: Points;
  /** Metres within which a site counts; residents from which there are several, or many; else null. */
  from: number | null;
}

export type Weights = Record<FactKind, Weight>;

/**
 * Of a territory that has not decided otherwise. Children and the ill weigh two, as they cannot look
 * after themselves; where many people pass weighs one. The program's own judgement, written down so
 * that a town can change it: no law gives these figures.
 */
export const USUAL_WEIGHTS: Weights = {
  school: { points: 2, from: 100 },
  care: { points: 2, from: 100 },
  market: { points: 1, from: 80 },
  playground: { points: 1, from: 60 },
  stop: { points: 1, from: 40 },
  'main-road': { points: 1, from: 15 },
  residents: { points: 1, from: 2 },
  'many-residents': { points: 2, from: 5 },
  reopened: { points: 1, from: null },
};

/** Nothing farther is looked for. */
const FARTHEST = 150;
/** Beyond, « many » means nothing any more. */
export const MOST_RESIDENTS = 1_000;

/** Where weights contradict each other, as pointers and words; nothing when they are sound. */
export function faultsOf(weights: Weights): { pointer: string; detail: string }[] {
  const [several, many] = [weights.residents, weights['many-residents']];
  const faults: { pointer: string; detail: string }[] = [];
  for (const kind of FACT_KINDS) {
    const { from } = weights[kind];
    const usual = USUAL_WEIGHTS[kind].from;
    if ((from === null) !== (usual === null)) {
      faults.push({
        pointer: `/weights/${kind}/from`,
        detail: usual === null ? 'Aucun seuil ici.' : 'Indiquez un seuil.',
      });
    } else if (from !== null && !kind.endsWith('residents') && from > FARTHEST) {
      faults.push({
        pointer: `/weights/${kind}/from`,
        detail: `${FARTHEST} mètres au plus.`,
      });
    }
  }
  if ((several.from ?? 0) >= (many.from ?? 0) || several.points > many.points) {
    faults.push({
      pointer: '/weights/many-residents',
      detail: 'Beaucoup d’habitants doivent être plus que plusieurs, et ne pas peser moins.',
    });
  }
  return faults;
}
