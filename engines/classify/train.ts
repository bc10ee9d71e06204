import { findTemperature, findThreshold } from './calibrate.ts';
import { createClassifier } from './classifier.ts';
import type { Labelled } from './example.ts';
import { type Features, featuresOf } from './features.ts';
import { type Model, quantize } from './model.ts';
import { randomFrom } from './random.ts';
import { separate } from './separate.ts';
import { createVectorizer, DEFAULT_WEIGHTS, type KindWeights } from './vector.ts';
import { learnVocabulary, type Vocabulary } from './vocabulary.ts';

export interface TrainOptions {
  /** How often a sure prediction must be right, from 0 to 1. Default 0.9. */
  precision?: number;
  /** The same seed and examples make the same model, byte for byte. */
  seed?: number;
  /** Features at most: the model's size is this times its labels, in bytes. Default 65,536. */
  mostFeatures?: number;
  kindWeights?: Partial<KindWeights>;
  /** An example this many days older than the newest weighs half. Default: age does not count. */
  halfLifeDays?: number;
  /** What an error costs, tried in turn; the last fifth of the examples chooses. */
  costs?: readonly number[];
}

const DEFAULT_COSTS = [0.3, 1, 3];
/** The newest examples choose and calibrate: a model is used on what comes after them. */
const TAIL = 0.2;
const DAY_MS = 86_400_000;

/**
 * Learns to label. Examples come oldest first. The newest fifth chooses the cost of errors,
 * calibrates the probabilities and sets the threshold; then all are learnt from.
 *
 * Time grows with examples × labels, memory with features × labels.
 *
 * @throws RangeError when there is no example
 */
export function train(examples: readonly Labelled[], options: TrainOptions = {}): Model {
  if (examples.length === 0) throw new RangeError('There is nothing to learn from');
  const { precision = 0.9, costs = DEFAULT_COSTS } = options;
  const features = examples.map(featuresOf);
  const cut = examples.length - Math.floor(examples.length * TAIL);
  const tail = examples.slice(cut);
  let best = { cost: costs[0] ?? 1, right: -1, temperature: 1, threshold: 1 };
  if (tail.length > 0) {
    const head = prepare(examples.slice(0, cut), features.slice(0, cut), options);
    for (const cost of costs) {
      const model = fit(head, cost, options);
      const temperature = calibrate(model, tail);
      const classifier = createClassifier({ ...model, temperature });
      const outcomes = tail.map((example) => {
        const [first] = classifier.suggest(example, 1).predictions;
        return { probability: first?.probability ?? 0, right: first?.label === example.label };
      });
      const right = outcomes.filter((outcome) => outcome.right).length;
      if (right <= best.right) continue;
      best = { cost, right, temperature, threshold: findThreshold(outcomes, precision) };
    }
  }
  const whole = fit(prepare(examples, features, options), best.cost, options);
  return { ...whole, temperature: best.temperature, threshold: best.threshold };
}

interface Prepared {
  labels: string[];
  /** Index of each example's label. */
  answers: Int32Array;
  features: readonly Features[];
  vocabulary: Vocabulary;
  /** Relative weight of each example. */
  shares: Float64Array;
}

function prepare(
  examples: readonly Labelled[],
  features: readonly Features[],
  { mostFeatures = 65_536, halfLifeDays }: TrainOptions,
): Prepared {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const places = new Map(labels.map((label, index) => [label, index]));
  const newest = examples.reduce((latest, { at = 0 }) => Math.max(latest, at), 0);
  const age = (at: number | undefined) => (newest - (at ?? newest)) / DAY_MS;
  return {
    labels,
    answers: Int32Array.from(examples, ({ label }) => places.get(label) as number),
    features,
    vocabulary: learnVocabulary(features, mostFeatures),
    shares: Float64Array.from(examples, ({ at }) =>
      halfLifeDays ? 0.5 ** (age(at) / halfLifeDays) : 1,
    ),
  };
}

function fit(prepared: Prepared, cost: number, { seed = 1, kindWeights }: TrainOptions): Model {
  const { labels, answers, features, vocabulary, shares } = prepared;
  const weights = { ...DEFAULT_WEIGHTS, ...kindWeights };
  const vectors = features.map(createVectorizer(vocabulary, weights));
  const size = vocabulary.hashes.length;
  const costs = shares.map((share) => share * cost);
  const random = randomFrom(seed);
  const separations = labels.map((_, label) =>
    separate(vectors, (example) => answers[example] === label, costs, size, random),
  );
  return {
    labels,
    vocabulary,
    kindWeights: weights,
    ...quantize(separations, size),
    temperature: 1,
    threshold: 1,
  };
}

/** A label that the head never had cannot be probable at any temperature: it does not vote. */
function calibrate(model: Model, tail: readonly Labelled[]): number {
  const known = tail.filter(({ label }) => model.labels.includes(label));
  if (known.length === 0) return 1;
  const plain = createClassifier(model);
  const logs = known.map((example) => {
    const predictions = plain.predict(example);
    const own = predictions.findIndex(({ label }) => label === example.label);
    return { own, logs: predictions.map(({ probability }) => Math.log(probability)) };
  });
  return findTemperature((temperature) => {
    let loss = 0;
    for (const { own, logs: of } of logs) {
      const top = of[0] as number;
      const sum = of.reduce((all, log) => all + Math.exp(temperature * (log - top)), 0);
      loss += Math.log(sum) - temperature * ((of[own] as number) - top);
    }
    return loss / logs.length;
  });
}
