import type { Rule } from './duplicate-rules.ts';
import type { SetReport } from './repeated-reports.ts';

/** How right the first proposal is. */
export interface Verdict {
  precision: number;
  recall: number;
  f1: number;
}

/** Degrees of a cell: some 330 m of latitude, so that its neighbours hold all within 250 m. */
const CELL = 0.003;

/** Cells of reports, filled as they come. */
export class Around {
  readonly #cells = new Map<string, SetReport[]>();

  add(report: SetReport): void {
    const key = keyOf(report, 0, 0);
    const cell = this.#cells.get(key);
    if (cell) cell.push(report);
    else this.#cells.set(key, [report]);
  }

  /** Earlier reports of the cell and those around it. */
  of(report: SetReport): SetReport[] {
    const found: SetReport[] = [];
    // A degree of longitude is shorter: two cells on each side.
    for (let north = -1; north <= 1; north++) {
      for (let east = -2; east <= 2; east++) {
        found.push(...(this.#cells.get(keyOf(report, north, east)) ?? []));
      }
    }
    return found;
  }
}

const keyOf = ({ point }: SetReport, north: number, east: number) =>
  `${Math.floor(point.lat / CELL) + north} ${Math.floor(point.long / CELL) + east}`;

/**
 * Asks a rule about each report as it comes, and counts its first proposal: right when it is about
 * the same thing; wrong when it is about another, or when the report repeats nothing.
 *
 * @param from - reports before are known, and not asked about
 */
export function judge(reports: readonly SetReport[], rule: Rule, from: Date): Verdict {
  const around = new Around();
  const reported = new Set<number>();
  let [right, wrong, repeats] = [0, 0, 0];
  for (const report of reports) {
    if (report.at >= from) {
      if (reported.has(report.thing)) repeats++;
      const proposed = rule(report, around.of(report));
      if (proposed?.thing === report.thing) right++;
      else if (proposed) wrong++;
    }
    reported.add(report.thing);
    around.add(report);
  }
  const precision = right / Math.max(1, right + wrong);
  const recall = right / Math.max(1, repeats);
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}
