const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait after the nth failure in a row: 2 s doubling up to a minute, spread by a quarter
 * so that a whole depot does not come back at the same instant.
 *
 * @param random - in [0, 1)
 */
export function backOff(failures: number, random: number): number {
  const whole = Math.min(FIRST_MS * 2 ** Math.max(0, failures - 1), LONGEST_MS);
  return whole * (0.75 + random / 4);
}
