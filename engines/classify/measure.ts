import type { Classifier } from './classifier.ts';
import type { Labelled } from './example.ts';

/** Of examples the surest first, `coverage` were decided, and `accuracy` of these rightly. */
export interface CoveragePoint {
  coverage: number;
  accuracy: number;
}

export interface Measured {
  examples: number;
  /** Share whose label came first, and among the first three. */
  accuracy: number;
  accuracyAt3: number;
  /** Share that the classifier was sure of, and was right about among these. */
  decided: number;
  decidedAccuracy: number;
  curve: CoveragePoint[];
}

const COVERAGES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** What a classifier is worth on examples that it has never seen. Empty: every figure is 0. */
export function measure(classifier: Classifier, examples: readonly Labelled[]): Measured {
  const outcomes = examples.map((example) => {
    const { predictions, sure } = classifier.suggest(example, 3);
    const place = predictions.findIndex(({ label }) => label === example.label);
    return {
      right: place === 0,
      among3: place >= 0,
      sure,
      chance: predictions[0]?.probability ?? 0,
    };
  });
  const share = (of: typeof outcomes, holds: (one: (typeof outcomes)[number]) => boolean) =>
    of.length === 0 ? 0 : of.filter(holds).length / of.length;
  const right = ({ right }: (typeof outcomes)[number]) => right;
  const surest = outcomes.toSorted((a, b) => b.chance - a.chance);
  const sure = outcomes.filter((outcome) => outcome.sure);
  return {
    examples: outcomes.length,
    accuracy: share(outcomes, right),
    accuracyAt3: share(outcomes, ({ among3 }) => among3),
    decided: share(outcomes, (outcome) => outcome.sure),
    decidedAccuracy: share(sure, right),
    curve: COVERAGES.map((coverage) => ({
      coverage,
      accuracy: share(surest.slice(0, Math.round(coverage * surest.length)), right),
    })),
  };
}
