/**
 * Where to rule a chart from zero: about `count` round steps (1, 2 or 5 × a power of ten) that
 * reach the highest value.
 */
export function roundSteps(highest: number, count = 4): number[] {
  if (highest <= 0) return [0, 1];
  const rough = highest / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, (STEPS.find((one) => one * power >= rough) ?? 10) * power);
  const last = Math.ceil(highest / step);
  return Array.from({ length: last + 1 }, (_, index) => index * step);
}

const STEPS = [1, 2, 5, 10];
