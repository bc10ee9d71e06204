import { describe, expect, it } from 'vitest';
import { fixedClock } from '../clock/index.ts';
import { isUuidv7, timeOfUuidv7, uuidv7 } from './uuidv7.ts';

describe('uuidv7', () => {
  it('has the form and the time of RFC 9562', () => {
    const id = uuidv7(fixedClock('2022-02-22T19:22:22Z'));
    // RFC 9562 appendix A.6 gives this same instant.
    expect(id).toMatch(/^017f22e2-79b0-7[0-7]/);
    expect(isUuidv7(id)).toBe(true);
    expect(timeOfUuidv7(id).toISOString()).toBe('2022-02-22T19:22:22.000Z');
  });

  it('sorts as made, and stays unique, however many in one millisecond', () => {
    const clock = fixedClock('2026-11-24T10:00:00Z');
    const ids = Array.from({ length: 20_000 }, () => uuidv7(clock));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(isUuidv7)).toBe(true);
  });

  it('keeps sorting when the clock steps back', () => {
    const clock = fixedClock('2026-11-24T10:00:00Z');
    const first = uuidv7(clock);
    clock.advance(-3_600_000);
    expect(uuidv7(clock) > first).toBe(true);
  });

  it('does not let one clock disturb another', () => {
    uuidv7(fixedClock('2090-01-01T00:00:00Z'));
    expect(timeOfUuidv7(uuidv7()).getTime()).toBeLessThan(Date.now() + 1000);
  });

  it('refuses other texts', () => {
    expect(isUuidv7('017f22e2-79b0-4cc3-98c4-dc0c0c07398f')).toBe(false);
    expect(() => timeOfUuidv7('x')).toThrow(RangeError);
  });
});
