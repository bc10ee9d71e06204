import { type Features, KINDS, type Kind } from './features.ts';
import { createLookup, type Vocabulary } from './vocabulary.ts';

/** A sparse vector over a vocabulary. */
export interface Vector {
  indices: Int32Array;
  values: Float32Array;
  /** Place of each in the lists of {@link Features}. */
  places: Int32Array;
}

/**
 * How much each kind of feature weighs: a text's words, pairs of words and pieces of words are each
 * brought to length 1 first, so that a long text is no stronger than a short one.
 */
export type KindWeights = Readonly<Record<Kind, number>>;

/** Pieces before words: measured on three validation slices of real reports, see the README. */
export const DEFAULT_WEIGHTS: KindWeights = { word: 1, pair: 0.5, piece: 1.5, tag: 1, cell: 0.5 };

/** Brings features to their vector; what the vocabulary does not know is left out. */
export function createVectorizer(
  vocabulary: Vocabulary,
  weights: KindWeights,
): (features: Features) => Vector {
  const find = createLookup(vocabulary);
  const byKind = KINDS.map((kind) => weights[kind]);
  const isOfText = KINDS.map((kind) => kind === 'word' || kind === 'pair' || kind === 'piece');

  return ({ hashes, kinds, counts }) => {
    const indices: number[] = [];
    const values: number[] = [];
    const places: number[] = [];
    const squares = KINDS.map(() => 0);
    hashes.forEach((hash, place) => {
      const index = find(hash);
      if (index < 0) return;
      const kind = kinds[place] as number;
      const count = counts[place] as number;
      const value = isOfText[kind]
        ? (1 + Math.log(count)) * (vocabulary.rarity[index] as number)
        : count;
      indices.push(index);
      values.push(value);
      places.push(place);
      squares[kind] = (squares[kind] as number) + value * value;
    });
    const scales = KINDS.map((_, kind) =>
      isOfText[kind]
        ? (byKind[kind] as number) / Math.sqrt(squares[kind] || 1)
        : (byKind[kind] as number),
    );
    const ofText = KINDS.reduce(
      (sum, _, kind) =>
        isOfText[kind] && squares[kind] ? sum + (byKind[kind] as number) ** 2 : sum,
      0,
    );
    const whole = 1 / Math.sqrt(ofText || 1);
    return {
      indices: Int32Array.from(indices),
      values: Float32Array.from(values, (value, at) => {
        const kind = kinds[places[at] as number] as number;
        return value * (scales[kind] as number) * (isOfText[kind] ? whole : 1);
      }),
      places: Int32Array.from(places),
    };
  };
}
