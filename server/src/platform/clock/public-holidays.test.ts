import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekdayOf } from './calendar.ts';
import { easterSunday, publicHolidayOn, publicHolidays } from './public-holidays.ts';

describe('Easter', () => {
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('of %i is %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it('is a Sunday from 22 March to 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
        const easter = easterSunday(year);
        expect(weekdayOf(easter)).toBe(7);
        expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
      }),
    );
  });
});

describe('public holidays', () => {
  it('are the eleven of 2026', () => {
    expect(publicHolidays(2026).map(({ date }) => date)).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  it('are two more in Alsace-Moselle', () => {
    expect(publicHolidays(2026, 'alsace-moselle')).toHaveLength(13);
    expect(publicHolidayOn('2026-04-03', 'alsace-moselle')?.name.fr).toBe('Vendredi saint');
    expect(publicHolidayOn('2026-04-03')).toBeUndefined();
  });

  it('remember the abolition of slavery overseas', () => {
    expect(publicHolidayOn('2026-12-20', 'reunion')?.name.fr).toBe('Abolition de l’esclavage');
    expect(publicHolidays(2026, 'martinique')).toHaveLength(12);
  });

  it('may fall on the same day: 1 May 2008 was also Ascension', () => {
    expect(publicHolidays(2008).filter(({ date }) => date === '2008-05-01')).toHaveLength(2);
  });
});
