/** Failures that cost nothing: people mistype; a whole town hall shares one network address. */
export const FREE_FAILURES = { account: 5, origin: 50 };
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** After this long without a failure, the count starts anew. */
export const FORGET_AFTER_MS = 60 * 60_000;

/**
 * How long to refuse further tries after the nth failure in a row, in milliseconds:
 * nothing for the free ones, then 15 s doubling up to a quarter of an hour.
 */
export function waitAfter(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - free), LONGEST_WAIT_MS);
}
