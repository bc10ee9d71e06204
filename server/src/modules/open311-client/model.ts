/**
 * A request on its way: to be posted; perhaps posted (the answer was lost); posted, its number to be
 * had for a token; there; done with there; not taken.
 */
export type RelayStatus = 'waiting' | 'unsure' | 'token' | 'sent' | 'closed' | 'refused';

/** What one of our services is called over there. */
export interface ServiceMap {
  code: string;
  /** Our question's code → their attribute's. */
  attributes: Record<string, string>;
}

/** After so many tries, most of them an hour apart, a person must be told. */
export const MOST_ATTEMPTS = 14;
const LONGEST_WAIT_MS = 3_600_000;
const FIRST_WAIT_MS = 30_000;

/** When to try again after so many attempts: 30 s, 1 min, 2 min … an hour. */
export function nextAttempt(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS));
}

const FAILURES_BEFORE_CLOSING = 5;
const CLOSED_MS = 10 * 60_000;

/** A server that failed five times in a row is left alone for ten minutes. */
export function circuitAfter(failures: number, now: Date): Date | null {
  return failures >= FAILURES_BEFORE_CLOSING ? new Date(now.getTime() + CLOSED_MS) : null;
}
