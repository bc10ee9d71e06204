import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What EcoIndex looks at in one page. */
export interface PageWeight {
  /** Elements in the document. */
  dom: number;
  requests: number;
  /** Compressed, in kilobytes of 1,000 bytes. */
  kilobytes: number;
}

interface Reference {
  quantiles: { dom_size: number[]; nb_request: number[]; response_size: number[] };
  grades: { value: number; grade: string }[];
}

/** The published quantiles stand beside the project, not in it. */
const REFERENCE = path.join(
  import.meta.dirname,
  '../../shared/data/quality/ecoindex_reference.json',
);

/** The reference values, or undefined where they are not at hand. */
export function ecoIndexReference(): Reference | undefined {
  return existsSync(REFERENCE) ? JSON.parse(readFileSync(REFERENCE, 'utf8')) : undefined;
}

/**
 * EcoIndex of a page: 100 − 5 (3 q_dom + 2 q_requests + q_size) / 6, where q is the place of a
 * figure among the published quantiles of the web, from 0 to 20.
 *
 * @returns the score from 0 to 100, and its grade from A to G
 * @see {@link https://github.com/cnumr/ecoindex_reference}
 */
export function ecoIndex(page: PageWeight, { quantiles, grades }: Reference) {
  const score =
    100 -
    (5 *
      (3 * place(quantiles.dom_size, page.dom) +
        2 * place(quantiles.nb_request, page.requests) +
        place(quantiles.response_size, page.kilobytes))) /
      6;
  const grade = grades.find(({ value }) => score >= value)?.grade ?? 'G';
  return { score, grade };
}

/** Which quantile the value lies in, and how far into it. */
function place(quantiles: number[], value: number): number {
  const above = quantiles.findIndex((quantile) => value < quantile);
  if (above === -1) return quantiles.length - 1;
  const low = quantiles[above - 1] ?? 0;
  const high = quantiles[above] as number;
  return above - 1 + (value - low) / (high - low);
}
