import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, civilTime, instantOf, startOfCivilDay } from './civil-time.ts';
import { parisDate, parisInstant, parisTime, startOfParisDay } from './paris.ts';

const instants = fc.date({
  min: new Date('1980-01-01'),
  max: new Date('2099-12-31'),
  noInvalidDate: true,
});
const zones = fc.constantFrom(
  'Europe/Paris',
  'Indian/Reunion',
  'America/Martinique',
  'Pacific/Noumea',
  'America/Miquelon',
);

describe('civil time', () => {
  it('reads Paris in winter and in summer', () => {
    expect(parisDate(new Date('2026-11-24T23:30:00Z'))).toBe('2026-11-25');
    expect(parisTime(new Date('2026-11-24T23:30:00Z'))).toBe('00:30');
    expect(parisTime(new Date('2026-07-14T10:05:00Z'))).toBe('12:05');
  });

  it('finds instants from civil time', () => {
    expect(parisInstant('2026-11-24', '08:00').toISOString()).toBe('2026-11-24T07:00:00.000Z');
    expect(parisInstant('2026-07-14').toISOString()).toBe('2026-07-13T22:00:00.000Z');
    expect(parisInstant('2026-07-14', '24:00').toISOString()).toBe('2026-07-14T22:00:00.000Z');
  });

  it('pushes a skipped time later and takes the first of a repeated one', () => {
    expect(parisInstant('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(parisInstant('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(parisInstant('2026-10-25', '03:00').toISOString()).toBe('2026-10-25T02:00:00.000Z');
  });

  it('makes days of 23 and 25 hours', () => {
    const hours = (from: string, to: string) =>
      (parisInstant(to).getTime() - parisInstant(from).getTime()) / 3_600_000;
    expect(hours('2026-03-29', '2026-03-30')).toBe(23);
    expect(hours('2026-10-25', '2026-10-26')).toBe(25);
    expect(hours('2026-11-24', '2026-11-25')).toBe(24);
  });

  it('starts a day before any of its instants, with the same date', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const start = startOfParisDay(instant);
        expect(start <= instant).toBe(true);
        expect(parisDate(start)).toBe(parisDate(instant));
        expect(parisDate(new Date(start.getTime() - 1))).not.toBe(parisDate(instant));
      }),
    );
  });

  it('comes back to the same minute, or to its first passage', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const back = instantOf(civilDate(instant, zone), civilTime(instant, zone), zone);
        const minute = Math.floor(instant.getTime() / 60_000) * 60_000;
        expect([0, 3_600_000]).toContain(minute - back.getTime());
        expect(civilTime(back, zone)).toBe(civilTime(instant, zone));
        expect(startOfCivilDay(instant, zone) <= instant).toBe(true);
      }),
    );
  });

  it.each([
    ['2026-02-30', '08:00'],
    ['2026-02-28', '8:00'],
    ['2026-02-28', '24:01'],
    ['2026-02-28', '12:60'],
  ])('refuses %s %s', (date, time) => {
    expect(() => parisInstant(date, time)).toThrow(RangeError);
  });
});
