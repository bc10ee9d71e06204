import type { Example } from './example.ts';
import { type Features, featuresOf } from './features.ts';
import type { Model } from './model.ts';
import { createVectorizer, type Vector } from './vector.ts';

/** A word or a tag, and how much it spoke for the label (in units of its margin). */
export interface Reason {
  /** The word, folded; or the name of the tag, or `place`. */
  source: string;
  isTag: boolean;
  weight: number;
}

export interface Prediction {
  label: string;
  /** From 0 to 1; over all labels they sum to 1. */
  probability: number;
}

/** Tells labels of examples. Pure: it never learns. */
export interface Classifier {
  /** Every label, the most probable first. */
  predict(example: Example): Prediction[];
  /**
   * Whether the first of `predict` may be relied upon: probable enough, and made of words that
   * were learnt. An empty or foreign text is never sure.
   */
  isSure(example: Example): boolean;
  /** Whether enough of its words, or else any of its tags, was learnt. */
  isFamiliar(example: Example): boolean;
  /** What spoke for a label, the strongest first; only what spoke for it. */
  explain(example: Example, label: string): Reason[];
  /** Both at once: what a caller that shows suggestions needs. */
  suggest(example: Example, most: number): { predictions: Prediction[]; sure: boolean };
}

/** Of the words of a text, so many must be known for it to be understood at all. */
const FAMILIAR_ENOUGH = 1 / 3;

export function createClassifier(model: Model): Classifier {
  const { labels, weights, scales, biases, temperature, threshold } = model;
  const count = labels.length;
  const vectorize = createVectorizer(model.vocabulary, model.kindWeights);

  function probabilities({ indices, values }: Vector): Float64Array {
    const sums = new Float64Array(count);
    for (let at = 0; at < indices.length; at++) {
      const row = (indices[at] as number) * count;
      const value = values[at] as number;
      for (let label = 0; label < count; label++) {
        sums[label] = (sums[label] as number) + value * (weights[row + label] as number);
      }
    }
    const margins = sums.map(
      (sum, label) => temperature * (sum * (scales[label] as number) + (biases[label] as number)),
    );
    return softmax(margins);
  }

  const ranked = (chances: Float64Array): Prediction[] =>
    labels
      .map((label, index) => ({ label, probability: chances[index] as number }))
      .sort((a, b) => b.probability - a.probability);

  function suggest(example: Example, most: number) {
    const features = featuresOf(example);
    const vector = vectorize(features);
    const predictions = ranked(probabilities(vector));
    const best = predictions[0]?.probability ?? 0;
    const sure = best >= threshold && isFamiliar(features, vector);
    return { predictions: predictions.slice(0, most), sure };
  }

  return {
    suggest,
    predict: (example) => ranked(probabilities(vectorize(featuresOf(example)))),
    isSure: (example) => suggest(example, 1).sure,
    isFamiliar(example) {
      const features = featuresOf(example);
      return isFamiliar(features, vectorize(features));
    },
    explain(example, label) {
      const column = labels.indexOf(label);
      if (column < 0) return [];
      const features = featuresOf(example);
      const { indices, values, places } = vectorize(features);
      const scale = scales[column] as number;
      const totals = new Map<string, Reason>();
      for (let at = 0; at < indices.length; at++) {
        const source = features.sources[places[at] as number] as number;
        const reason = reasonAt(features, source);
        const key = `${reason.isTag} ${reason.source}`;
        const known = totals.get(key) ?? totals.set(key, reason).get(key) ?? reason;
        const row = (indices[at] as number) * count;
        known.weight += (values[at] as number) * (weights[row + column] as number) * scale;
      }
      return [...totals.values()]
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight);
    },
  };
}

function reasonAt({ words, tagNames }: Features, source: number): Reason {
  return source < words.length
    ? { source: words[source] as string, isTag: false, weight: 0 }
    : { source: tagNames[source - words.length] as string, isTag: true, weight: 0 };
}

const WORD_KIND = 0;
const PIECE_KIND = 2;

/** Whether enough was learnt of what the example says: of its words, or else of its tags. */
function isFamiliar(features: Features, { places }: Vector): boolean {
  const { words, sources, kinds } = features;
  if (words.length === 0) return places.length > 0;
  const [whole, pieces, known] = [new Set<string>(), count(words), count(words)];
  kinds.forEach((kind, place) => {
    if (kind === PIECE_KIND) raise(pieces, words[sources[place] as number]);
  });
  for (const place of places) {
    const word = words[features.sources[place] as number] as string;
    if (kinds[place] === WORD_KIND) whole.add(word);
    if (kinds[place] === PIECE_KIND) raise(known, word);
  }
  const different = [...pieces.keys()];
  // A misspelt word is known by its pieces, when nearly all of them are.
  const understood = different.filter(
    (word) => whole.has(word) || (known.get(word) ?? 0) > 0.8 * (pieces.get(word) ?? 0),
  );
  return understood.length >= FAMILIAR_ENOUGH * different.length;
}

const count = (words: string[]) => new Map(words.map((word) => [word, 0]));
const raise = (counts: Map<string, number>, word: string | undefined) => {
  if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
};

function softmax(margins: Float64Array): Float64Array {
  const most = margins.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = margins.map((margin) => Math.exp(margin - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
