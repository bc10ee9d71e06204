import { distanceMetres, type Point } from '../../../platform/geo/index.ts';
import type { DuplicateRule } from './rules.ts';
import { type Stems, wordsInCommon } from './words-in-common.ts';

/** What is compared of two reports. */
export interface Report {
  serviceCode: string;
  serviceGroup: string;
  point: Point;
  receivedAt: Date;
  closedAt: Date | null;
  /** Of the description; empty when it has none, or may not be read. */
  stems: Stems;
  /** What is written on the thing (a mast, a plate), when it was asked and said. */
  assets: ReadonlySet<string>;
  /** Of whoever reported: address and number, as {@link callerKeys} writes them. */
  callers: ReadonlySet<string>;
}

/** How service of the other report stands to that of the new one. */
export type Kinship = 'same' | 'confused' | 'group';

export interface Likeness {
  /** From 0 to 1, to be read as a probability: of those at 0.8, four in five are duplicates. */
  score: number;
  metres: number;
  /** Metres beyond what both places may be wrong by, over the radius of the service. */
  apart: number;
  kinship: Kinship;
  sameAsset: boolean;
  /** Same person, same quarter of an hour: one call that two people wrote down. */
  sameCall: boolean;
  /** From 0 to 1 (see {@link wordsInCommon}); null when either says nothing. */
  wordsAlike: number | null;
  /** Words that both use, as the new one writes them. */
  words: string[];
  /** Days since the other was received, or since it was closed. */
  days: number;
  past: boolean;
}

/**
 * Logistic regression, fitted by `npm run bench -- duplicates --fit` on the first half of the Paris
 * reports with repeats injected; the second half and Zürich judge it (docs/guide/benchmarks.md).
 */
const WEIGHTS = {
  bias: 3.9,
  confused: -1.5,
  group: -1.5,
  /** By the distance over the radius, once the uncertainty of both places is taken off. */
  distance: -5,
  /** By the logarithm of 1 + days. */
  days: -1,
  past: -0.6,
  /** By the likeness of the words less what two strangers have in common. */
  words: 3.3,
};
/** What two strangers' words have in common. */
export const STRANGERS_SHARE = 0.3;
const SAME_ASSET = 5;
const OTHER_ASSET = -5;
const SAME_CALL = 5;
const SAME_CALL_MINUTES = 15;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A finger on a map, a phone between houses: metres by which a place is commonly wrong. */
const PLACE_ERROR = 8;

/**
 * How likely two reports are about one thing.
 *
 * @param rule - of the service of the new report
 * @param said - stems that say nothing here (see {@link wordsInCommon})
 * @param errorMetres - how wrong the new place may be, beyond {@link PLACE_ERROR}
 * @returns undefined when they cannot be: another kind of thing, too far, too long ago
 */
export function likeness(
  report: Report,
  other: Report,
  rule: DuplicateRule,
  said: ReadonlySet<string>,
  errorMetres = 0,
): Likeness | undefined {
  const kinship = kinshipOf(report, other, rule);
  const metres = distanceMetres(report.point, other.point);
  const radius = rule.radiusMetres + errorMetres;
  if (!kinship || rule.radiusMetres === 0 || metres > radius) return undefined;

  const past = other.closedAt !== null;
  const since = (other.closedAt ?? other.receivedAt).getTime();
  const days = Math.max(0, (report.receivedAt.getTime() - since) / DAY_MS);
  if (days > (past ? rule.pastDays : rule.openDays)) return undefined;

  const common = wordsInCommon(report.stems, other.stems, said);
  const sameAsset = meet(report.assets, other.assets);
  const otherAsset = !sameAsset && report.assets.size > 0 && other.assets.size > 0;
  const sameCall =
    meet(report.callers, other.callers) &&
    Math.abs(report.receivedAt.getTime() - other.receivedAt.getTime()) <=
      SAME_CALL_MINUTES * MINUTE_MS;
  const apart = Math.max(0, metres - PLACE_ERROR - errorMetres) / rule.radiusMetres;

  const sum =
    WEIGHTS.bias +
    (kinship === 'same' ? 0 : WEIGHTS[kinship]) +
    WEIGHTS.distance * apart +
    WEIGHTS.days * Math.log1p(days) +
    (past ? WEIGHTS.past : 0) +
    (common ? WEIGHTS.words * (common.likeness - STRANGERS_SHARE) : 0) +
    (sameAsset ? SAME_ASSET : otherAsset ? OTHER_ASSET : 0) +
    (sameCall ? SAME_CALL : 0);
  return {
    score: 1 / (1 + Math.exp(-sum)),
    metres,
    apart,
    kinship,
    sameAsset,
    sameCall,
    wordsAlike: common?.likeness ?? null,
    words: common?.words ?? [],
    days,
    past,
  };
}

function kinshipOf(
  report: Pick<Report, 'serviceCode' | 'serviceGroup'>,
  other: Pick<Report, 'serviceCode' | 'serviceGroup'>,
  rule: DuplicateRule,
): Kinship | undefined {
  if (report.serviceCode === other.serviceCode) return 'same';
  if (rule.confusedWith.includes(other.serviceCode)) return 'confused';
  return report.serviceGroup === other.serviceGroup ? 'group' : undefined;
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const key of one) if (other.has(key)) return true;
  return false;
}
