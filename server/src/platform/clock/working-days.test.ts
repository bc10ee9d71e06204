import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './calendar.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

const workingDates = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => addDays('2000-01-03', days))
  .filter((date) => isWorkingDay(date));

describe('working days', () => {
  it('leave out week-ends and holidays', () => {
    expect(isWorkingDay('2026-11-24')).toBe(true);
    expect(isWorkingDay('2026-11-28')).toBe(false);
    expect(isWorkingDay('2026-11-11')).toBe(false);
    expect(isWorkingDay('2026-04-03')).toBe(true);
    expect(isWorkingDay('2026-04-03', 'alsace-moselle')).toBe(false);
  });

  it('step over them', () => {
    expect(addWorkingDays('2026-11-28', 1)).toBe('2026-11-30');
    expect(addWorkingDays('2026-05-07', 1)).toBe('2026-05-11');
    expect(addWorkingDays('2026-05-11', -1)).toBe('2026-05-07');
    expect(addWorkingDays('2026-11-28', 0)).toBe('2026-11-28');
    expect(() => addWorkingDays('2026-11-28', 0.5)).toThrow(RangeError);
  });

  it('come back to a working day by the same steps', () => {
    fc.assert(
      fc.property(workingDates, fc.integer({ min: -60, max: 60 }), (date, days) => {
        const there = addWorkingDays(date, days);
        expect(isWorkingDay(there)).toBe(true);
        expect(addWorkingDays(there, -days)).toBe(date);
      }),
    );
  });
});
