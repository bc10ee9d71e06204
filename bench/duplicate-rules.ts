import {
  defaultRule,
  type Likeness,
  likeness,
  type Report,
  stemsOf,
} from '../server/src/modules/service-requests/index.ts';
import { distanceMetres } from '../server/src/platform/geo/index.ts';
import type { SetReport } from './repeated-reports.ts';

/** What a rule would propose first to whoever sends the report, if anything. */
export type Rule = (report: SetReport, earlier: readonly SetReport[]) => SetReport | undefined;

const DAY_MS = 86_400_000;
const daysBetween = (a: SetReport, b: SetReport) => (a.at.getTime() - b.at.getTime()) / DAY_MS;

function best(
  earlier: readonly SetReport[],
  worth: (other: SetReport) => number | undefined,
): SetReport | undefined {
  let found: { other: SetReport; worth: number } | undefined;
  for (const other of earlier) {
    const value = worth(other);
    if (value !== undefined && value > (found?.worth ?? -Infinity)) found = { other, worth: value };
  }
  return found?.other;
}

/** Same category within some metres and days, the nearest first. */
const sameCategory =
  (metres: number, days: number): Rule =>
  (report, earlier) =>
    best(earlier, (other) => {
      if (other.service !== report.service || daysBetween(report, other) > days) return undefined;
      const away = distanceMetres(report.point, other.point);
      return away <= metres ? -away : undefined;
    });

/** FixMyStreet: same category within 250 m, the nearest first. */
export const fixMyStreet = sameCategory(250, Number.POSITIVE_INFINITY);
/** Signalen: same category within 50 m, not older than 12 weeks. */
export const signalen = sameCategory(50, 84);

/**
 * FixMyStreet Brussels: all within 50 m, by 4·(1 − d/50), up to 3 for the depth of the category in
 * common, and up to 1 for how recent it is.
 *
 * @param least - proposed from this rank on; Brussels has none, we give it the best one
 */
export const brussels =
  (least: number): Rule =>
  (report, earlier) =>
    best(earlier, (other) => {
      const metres = distanceMetres(report.point, other.point);
      if (metres > 50) return undefined;
      const depth = other.service === report.service ? 3 : other.group === report.group ? 1 : 0;
      const recent = Math.exp(-daysBetween(report, other) / 30);
      const rank = 4 * (1 - metres / 50) + depth + recent;
      return rank >= least ? rank : undefined;
    });

/** Ours: the scorer of the product, from the score at which the portal asks. */
export const ours =
  (least: number, withWords: boolean): Rule =>
  (report, earlier) =>
    best(earlier, (other) => {
      const score = compare(report, other, withWords)?.score ?? 0;
      return score >= least ? score : undefined;
    });

/** Two reports of the set as the product compares them. */
export function compare(
  report: SetReport,
  other: SetReport,
  withWords: boolean,
): Likeness | undefined {
  const rule = defaultRule({ code: report.service, group: report.group });
  return likeness(asReport(report, withWords), asReport(other, withWords), rule, saidBy(report));
}

const NOTHING: ReadonlySet<string> = new Set();
const asReports = [new WeakMap<SetReport, Report>(), new WeakMap<SetReport, Report>()] as const;

function asReport(report: SetReport, withWords: boolean): Report {
  const known = asReports[withWords ? 1 : 0];
  const made = known.get(report) ?? {
    serviceCode: report.service,
    serviceGroup: report.group,
    point: report.point,
    receivedAt: report.at,
    closedAt: null,
    stems: stemsOf(withWords ? report.text : ''),
    assets: NOTHING,
    callers: NOTHING,
  };
  known.set(report, made);
  return made;
}

const said = new Map<string, ReadonlySet<string>>();
function saidBy({ service }: SetReport): ReadonlySet<string> {
  const known = said.get(service) ?? new Set(stemsOf(service).keys());
  said.set(service, known);
  return known;
}
