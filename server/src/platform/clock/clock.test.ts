import { describe, expect, it } from 'vitest';
import { fixedClock, systemClock } from './clock.ts';

describe('clocks', () => {
  it('stand still until moved', () => {
    const clock = fixedClock('2026-11-24T10:00:00Z');
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2026-11-24T10:00:00.000Z');
    clock.advance(1500);
    expect(clock.now().toISOString()).toBe('2026-11-24T10:00:01.500Z');
    clock.set(new Date(0));
    expect(clock.now().getTime()).toBe(0);
    expect(() => clock.set('hier')).toThrow(RangeError);
  });

  it('tell the system time', () => {
    const before = Date.now();
    expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(before);
    expect(systemClock.now().getTime()).toBeLessThanOrEqual(Date.now());
  });
});
