import { shuffle } from './random.ts';
import type { Vector } from './vector.ts';

/** How one label is told from all others. */
export interface Separation {
  weights: Float64Array;
  bias: number;
}

const MOST_PASSES = 60;
const CLOSE_ENOUGH = 0.05;

/**
 * The plane that separates the examples of one label from all others: a linear support-vector
 * machine with squared hinge loss, solved in its dual one example at a time. It needs no step size
 * and converges in a few passes, which is why small data are well served by it.
 *
 * @param costs - what an error on each example costs; higher follows the example more closely
 * @param features - size of the vocabulary
 * @see {@link https://www.csie.ntu.edu.tw/~cjlin/papers/cddual.pdf} Hsieh et al., « A Dual
 *   Coordinate Descent Method for Large-scale Linear SVM », ICML 2008, algorithm 1
 */
export function separate(
  vectors: readonly Vector[],
  isOfLabel: (example: number) => boolean,
  costs: Float64Array,
  features: number,
  random: () => number,
): Separation {
  const weights = new Float64Array(features);
  let bias = 0;
  const signs = Float64Array.from(vectors, (_, example) => (isOfLabel(example) ? 1 : -1));
  const alphas = new Float64Array(vectors.length);
  // The bias is a feature that every example has: hence the 1.
  const lengths = Float64Array.from(vectors, ({ values }) =>
    values.reduce((sum, value) => sum + value * value, 1),
  );
  const order = Int32Array.from(vectors, (_, example) => example);
  // Examples that are far on their right side are left out (« shrinking », § 3.2), until the others
  // are done; then all are looked at again.
  let active = order.length;
  let bound = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    shuffle(order, active, random);
    let farthest = 0;
    for (let place = 0; place < active; place++) {
      const example = order[place] as number;
      const { indices, values } = vectors[example] as Vector;
      const sign = signs[example] as number;
      const slack = 0.5 / (costs[example] as number);
      const alpha = alphas[example] as number;
      let margin = bias;
      for (let at = 0; at < indices.length; at++) {
        margin += (weights[indices[at] as number] as number) * (values[at] as number);
      }
      const gradient = sign * margin - 1 + slack * alpha;
      if (alpha === 0 && gradient > bound) {
        order[place--] = order[--active] as number;
        order[active] = example;
        continue;
      }
      const step = alpha === 0 ? Math.min(gradient, 0) : gradient;
      if (step === 0) continue;
      farthest = Math.max(farthest, Math.abs(step));
      const next = Math.max(0, alpha - gradient / ((lengths[example] as number) + slack));
      const change = (next - alpha) * sign;
      alphas[example] = next;
      bias += change;
      for (let at = 0; at < indices.length; at++) {
        const index = indices[at] as number;
        weights[index] = (weights[index] as number) + change * (values[at] as number);
      }
    }
    bound = farthest || Number.POSITIVE_INFINITY;
    if (farthest >= CLOSE_ENOUGH) continue;
    if (active === order.length) break;
    active = order.length;
    bound = Number.POSITIVE_INFINITY;
  }
  return { weights, bias };
}
