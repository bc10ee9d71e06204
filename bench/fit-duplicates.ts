import { STRANGERS_SHARE } from '../server/src/modules/service-requests/index.ts';
import { compare } from './duplicate-rules.ts';
import { Around } from './judge-duplicates.ts';
import type { SetReport } from './repeated-reports.ts';

const NAMES = ['bias', 'confused or group', 'distance', 'days', 'words'] as const;
const STEPS = 30;
/** Pulls weights of what hardly ever happens towards nothing. */
const RIDGE = 1e-3;

/**
 * Weights of the scorer by logistic regression (Newton's method) on every pair that it compares.
 *
 * @param until - later reports are for judging
 */
export function fitWeights(reports: readonly SetReport[], until: Date): Record<string, number> {
  const around = new Around();
  const rows: { x: number[]; y: number }[] = [];
  for (const report of reports) {
    if (report.at >= until) break;
    for (const other of around.of(report)) {
      const found = compare(report, other, true);
      if (!found) continue;
      const { kinship, apart, days, wordsAlike } = found;
      const words = wordsAlike === null ? 0 : wordsAlike - STRANGERS_SHARE;
      rows.push({
        x: [1, kinship === 'same' ? 0 : 1, apart, Math.log1p(days), words],
        y: report.thing === other.thing ? 1 : 0,
      });
    }
    around.add(report);
  }
  const weights = NAMES.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => -RIDGE * weight);
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? RIDGE : 0)));
    for (const { x, y } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * at(weights, i), 0)));
      for (let i = 0; i < x.length; i++) {
        gradient[i] = at(gradient, i) + at(x, i) * (y - p);
        const row = hessian[i] as number[];
        for (let j = 0; j < x.length; j++) row[j] = at(row, j) + at(x, i) * at(x, j) * p * (1 - p);
      }
    }
    solve(hessian, gradient).forEach((change, i) => {
      weights[i] = at(weights, i) + change;
    });
  }
  return {
    pairs: rows.length,
    ...Object.fromEntries(NAMES.map((name, i) => [name, Number(at(weights, i).toFixed(2))])),
  };
}

const at = (values: number[], index: number) => values[index] as number;

/** Gauss elimination with pivots. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, at(right, i)]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = rows
      .slice(column)
      .reduce((most, row) => (Math.abs(at(row, column)) > Math.abs(at(most, column)) ? row : most));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = at(row, column) / at(pivot, column);
      for (let k = column; k <= size; k++) row[k] = at(row, k) - factor * at(pivot, k);
    }
  }
  return rows.map((row, i) => at(row, size) / at(row, i));
}
