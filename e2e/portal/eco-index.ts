/**
 * EcoIndex, the French measure of a page's weight on the world: 20 steps each for the number of
 * elements, of requests and of kilobytes, by the quantiles of HTTP Archive that the collective
 * fixed.
 *
 * @see {@link https://github.com/cnumr/ecoindex_reference}
 * @returns from 0 to 100; above 80 is the grade A
 */
export function ecoIndex(page: { elements: number; requests: number; kilobytes: number }): number {
  const step = (value: number, quantiles: readonly number[]) => {
    const above = quantiles.findIndex((quantile) => value < quantile);
    if (above === -1) return quantiles.length - 1;
    const [low, high] = [quantiles[above - 1] ?? 0, quantiles[above] ?? 1];
    return Math.max(0, above - 1 + (value - low) / (high - low));
  };
  const parts =
    3 * step(page.elements, ELEMENTS) +
    2 * step(page.requests, REQUESTS) +
    step(page.kilobytes, KILOBYTES);
  return 100 - (5 * parts) / 6;
}

const ELEMENTS = [
  0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801,
  2479, 594_601,
];
const REQUESTS = [
  0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920,
];
const KILOBYTES = [
  0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27,
  1876.08, 2142.06, 2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223_212.26,
];
