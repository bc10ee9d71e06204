import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parisInstant } from './paris.ts';
import {
  addWorkingMinutes,
  OFFICE_HOURS,
  type WorkSchedule,
  workingMinutesBetween,
} from './working-hours.ts';

const ALL: WorkSchedule = {
  week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]])),
  holidays: 'none',
  zone: 'Europe/Paris',
};
const NIGHT: WorkSchedule = {
  ...ALL,
  week: {
    6: [['22:00', '24:00']],
    7: [
      ['00:00', '02:15'],
      ['02:20', '02:40'],
      ['03:00', '05:00'],
    ],
  },
};
const schedules = fc.constantFrom(OFFICE_HOURS, ALL, NIGHT);
const instants = fc.date({
  min: new Date('2026-01-01'),
  max: new Date('2026-12-31'),
  noInvalidDate: true,
});

describe('working minutes', () => {
  it('leave out nights, noon, week-ends and holidays', () => {
    const minutes = (from: Date, to: Date) => workingMinutesBetween(from, to, OFFICE_HOURS);
    expect(minutes(parisInstant('2026-11-24', '09:00'), parisInstant('2026-11-24', '14:00'))).toBe(
      210,
    );
    expect(minutes(parisInstant('2026-11-27', '17:00'), parisInstant('2026-11-30', '08:30'))).toBe(
      60,
    );
    expect(minutes(parisInstant('2026-11-10', '17:30'), parisInstant('2026-11-12', '08:00'))).toBe(
      0,
    );
    expect(minutes(parisInstant('2026-11-24', '10:00'), parisInstant('2026-11-24', '09:00'))).toBe(
      -60,
    );
  });

  it('add up to a promised instant', () => {
    const add = (from: Date, minutes: number) => addWorkingMinutes(from, minutes, OFFICE_HOURS);
    expect(add(parisInstant('2026-11-24', '11:00'), 120)).toEqual(
      parisInstant('2026-11-24', '14:30'),
    );
    expect(add(parisInstant('2026-11-27', '17:00'), 30)).toEqual(
      parisInstant('2026-11-27', '17:30'),
    );
    expect(add(parisInstant('2026-11-28', '10:00'), 1)).toEqual(
      parisInstant('2026-11-30', '08:01'),
    );
    expect(add(parisInstant('2026-11-28', '10:00'), 0)).toEqual(
      parisInstant('2026-11-28', '10:00'),
    );
  });

  it('count the hours that pass when clocks change', () => {
    const day = (from: string, to: string) =>
      workingMinutesBetween(parisInstant(from), parisInstant(to), ALL);
    expect(day('2026-03-29', '2026-03-30')).toBe(23 * 60);
    expect(day('2026-10-25', '2026-10-26')).toBe(25 * 60);
  });

  it('never exceed the time that passes, and all of it without closing', () => {
    fc.assert(
      fc.property(instants, instants, schedules, (from, to, schedule) => {
        const passed = (to.getTime() - from.getTime()) / 60_000;
        const worked = workingMinutesBetween(from, to, schedule);
        expect(Math.abs(worked)).toBeLessThanOrEqual(Math.abs(passed));
        if (schedule === ALL) expect(worked).toBeCloseTo(passed, 6);
      }),
    );
  });

  it('are additive', () => {
    fc.assert(
      fc.property(instants, instants, instants, schedules, (a, b, c, schedule) => {
        const parts = workingMinutesBetween(a, b, schedule) + workingMinutesBetween(b, c, schedule);
        expect(parts).toBeCloseTo(workingMinutesBetween(a, c, schedule), 6);
      }),
    );
  });

  it('added then counted are the same number, and no earlier instant would do', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 10_000 }),
        schedules,
        (from, minutes, schedule) => {
          const to = addWorkingMinutes(from, minutes, schedule);
          expect(workingMinutesBetween(from, to, schedule)).toBe(minutes);
          const sooner = new Date(to.getTime() - 1);
          expect(workingMinutesBetween(from, sooner, schedule)).toBeLessThan(minutes);
        },
      ),
    );
  });

  it('refuse impossible durations and schedules', () => {
    const from = parisInstant('2026-11-24');
    const refused = (minutes: number, week: WorkSchedule['week']) =>
      expect(() => addWorkingMinutes(from, minutes, { ...ALL, week })).toThrow(RangeError);
    refused(-1, ALL.week);
    refused(Number.NaN, ALL.week);
    refused(Infinity, ALL.week);
    refused(1e9, ALL.week);
    refused(1, {});
    refused(1, { 1: [] });
    refused(1, { 1: [['12:00', '08:00']] });
    refused(1, { 1: [['08:00', '08:00']] });
    refused(1, {
      1: [
        ['08:00', '12:00'],
        ['11:00', '13:00'],
      ],
    });
    refused(1, { 2: [['8h', '9h']] });
  });
});
