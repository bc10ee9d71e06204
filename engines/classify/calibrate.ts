/** How one validation example came out: its probabilities' winner. */
export interface Outcome {
  probability: number;
  right: boolean;
}

const [COLDEST, HOTTEST] = [0.1, 30];
const STEPS = 40;

/**
 * The temperature at which the labels that people confirmed are most probable: one number, which
 * cannot overfit (Guo et al., « On Calibration of Modern Neural Networks », ICML 2017, § 4.2).
 *
 * @param loss - mean negative log-likelihood of held-out labels at a temperature
 */
export function findTemperature(loss: (temperature: number) => number): number {
  // Golden-section search on the logarithm: the loss has one valley.
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(COLDEST), Math.log(HOTTEST)];
  for (let step = 0; step < STEPS; step++) {
    const reach = golden * (high - low);
    if (loss(Math.exp(high - reach)) < loss(Math.exp(low + reach))) high = low + reach;
    else low = high - reach;
  }
  return Math.exp((low + high) / 2);
}

/** Fewer decisions than these prove nothing about their precision. */
const LEAST_DECIDED = 30;

/**
 * The lowest probability above which predictions were right as often as wished.
 *
 * @returns 1 (never sure) when no threshold is good enough
 */
export function findThreshold(outcomes: readonly Outcome[], precision: number): number {
  const sorted = [...outcomes].sort((a, b) => b.probability - a.probability);
  let [right, found] = [0, 1];
  sorted.forEach((outcome, index) => {
    if (outcome.right) right++;
    const decided = index + 1;
    const isLastOfItsProbability = sorted[decided]?.probability !== outcome.probability;
    if (decided >= LEAST_DECIDED && isLastOfItsProbability && right >= precision * decided) {
      found = outcome.probability;
    }
  });
  // Where all that was seen qualifies, what is less probable was not seen: there the calibrated
  // probability itself is the best that is known of its precision.
  const allQualify = found === sorted.at(-1)?.probability;
  return allQualify ? Math.min(found, precision) : found;
}
