import { addDays, type CivilDate, weekdayOf } from './calendar.ts';
import { type HolidayRegion, publicHolidayOn } from './public-holidays.ts';

/** True from Monday to Friday, legal holidays apart (« jour ouvré »). */
export function isWorkingDay(date: CivilDate, region: HolidayRegion = 'common'): boolean {
  return weekdayOf(date) <= 5 && publicHolidayOn(date, region) === undefined;
}

/**
 * The date `days` working days later, earlier when negative; with 0, the date itself.
 * The starting date never counts: from a Saturday, one working day later is Monday.
 *
 * @throws RangeError when `days` is not whole.
 */
export function addWorkingDays(
  date: CivilDate,
  days: number,
  region: HolidayRegion = 'common',
): CivilDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`Not a whole number of days: ${days}`);
  const step = Math.sign(days);
  let found = date;
  for (let left = Math.abs(days); left > 0; ) {
    found = addDays(found, step);
    if (isWorkingDay(found, region)) left--;
  }
  return found;
}
