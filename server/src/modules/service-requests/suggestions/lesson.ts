import {
  createClassifier,
  type Labelled,
  train,
  writeModel,
} from '../../../../../engines/classify/index.ts';
import type { Service } from '../catalogue.ts';
import { suggestServices } from './blend.ts';
import { createSuggestionIndex } from './suggest-from-catalogue.ts';

/** What suggestions were worth on reports that came after those learnt from. Shares are 0 to 1. */
export interface Figures {
  /** Reports learnt from, and services that they speak of. */
  examples: number;
  services: number;
  /** Later reports on which the shares below were measured. */
  tested: number;
  /** Share whose service came first, and among the first three. */
  first: number;
  firstThree: number;
  /** The same by the catalogue's words alone. */
  catalogueFirst: number;
  catalogueFirstThree: number;
  /** Share that was sure, and share of right ones among these. */
  sure: number;
  sureRight: number;
}

export interface Lesson {
  /** Oldest first. */
  examples: Labelled[];
  services: Service[];
}

export interface Learnt {
  figures: Figures;
  weight: number;
  model: Uint8Array;
}

/** Fewer confirmed reports teach less than the catalogue's words already say. */
export const LEAST_EXAMPLES = 200;
const TESTED = 0.2;
/** The more there is, the fewer features: memory stays under 8 million weights. */
const MOST_WEIGHTS = 8_000_000;
const MOST_FEATURES = 65_536;
/** How often a sure suggestion should be right. */
const PRECISION = 0.9;
/** Never 1: a new service must be found by its words until reports speak of it. */
const WEIGHTS = [0, 0.3, 0.5, 0.7, 0.9];

/**
 * Learns from what people confirmed. The newest fifth is kept apart: its older half decides how
 * much history counts beside the catalogue, its newer half says what the suggestions are worth.
 * Then everything is learnt. Pure, and the same for the same lesson.
 *
 * @returns `undefined` when there is too little to learn from
 */
export function learn({ examples, services }: Lesson): Learnt | undefined {
  const labels = new Set(examples.map(({ label }) => label)).size;
  if (examples.length < LEAST_EXAMPLES || labels < 2) return undefined;
  const mostFeatures = Math.min(MOST_FEATURES, Math.floor(MOST_WEIGHTS / labels));
  const options = { precision: PRECISION, mostFeatures };
  const apart = Math.floor(examples.length * TESTED);
  const cut = examples.length - apart;
  const [deciding, telling] = [
    examples.slice(cut, cut + apart / 2),
    examples.slice(cut + apart / 2),
  ];

  const classifier = createClassifier(train(examples.slice(0, cut), options));
  const knowledge = {
    byCode: new Map(services.map((service) => [service.code, service])),
    catalogue: createSuggestionIndex(services),
  };
  const worth = (weight: number, reports: readonly Labelled[]) =>
    tell(reports, (text) =>
      suggestServices({ ...knowledge, taught: { classifier, weight } }, text, 3),
    );
  const [best] = WEIGHTS.map((weight) => ({ weight, ...worth(weight, deciding) })).toSorted(
    (a, b) => b.first - a.first || b.firstThree - a.firstThree || a.weight - b.weight,
  );
  const weight = best?.weight ?? 0;
  const [blended, alone] = [worth(weight, telling), worth(0, telling)];
  return {
    weight,
    model: writeModel(train(examples, options)),
    figures: {
      examples: examples.length,
      services: labels,
      tested: telling.length,
      first: blended.first,
      firstThree: blended.firstThree,
      catalogueFirst: alone.first,
      catalogueFirstThree: alone.firstThree,
      sure: blended.sure,
      sureRight: blended.sureRight,
    },
  };
}

function tell(
  reports: readonly Labelled[],
  suggest: (text: string) => ReturnType<typeof suggestServices>,
) {
  const outcomes = reports.map(({ text = '', label }) => {
    const { items, sure } = suggest(text);
    const place = items.findIndex(({ service }) => service.code === label);
    return { right: place === 0, among: place >= 0, sure };
  });
  const share = (of: typeof outcomes, holds: (one: (typeof outcomes)[number]) => boolean) =>
    of.length === 0 ? 0 : of.filter(holds).length / of.length;
  return {
    first: share(outcomes, ({ right }) => right),
    firstThree: share(outcomes, ({ among }) => among),
    sure: share(outcomes, ({ sure }) => sure),
    sureRight: share(
      outcomes.filter(({ sure }) => sure),
      ({ right }) => right,
    ),
  };
}
