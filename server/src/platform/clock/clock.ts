/** Where the program reads the time: injected, so that tests choose it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until told to move. */
export interface FixedClock extends Clock {
  /** Moves by a number of milliseconds, backwards when negative. */
  advance(milliseconds: number): void;
  set(instant: Date | string): void;
}

/**
 * A clock for tests.
 *
 * @param start - an instant, or its ISO 8601 text with an offset: `2026-03-29T00:59:00Z`.
 */
export function fixedClock(start: Date | string): FixedClock {
  let time = instant(start);
  return {
    now: () => new Date(time),
    advance: (milliseconds) => {
      time += milliseconds;
    },
    set: (next) => {
      time = instant(next);
    },
  };
}

function instant(value: Date | string): number {
  const time = new Date(value).getTime();
  if (Number.isNaN(time)) throw new RangeError(`Not an instant: ${value}`);
  return time;
}
