import {
  addDays,
  type CivilDate,
  instantOf,
  PARIS,
  parisDate,
  parisTime,
  publicHolidayOn,
  weekdayOf,
} from '../../platform/clock/index.ts';

/** When nothing leaves that would wake people up: no text message, and no news of a street. */
export interface QuietHours {
  /** Minutes after midnight, in civil time: from the first until the second, over midnight or not. */
  from: number;
  to: number;
  /** On Sundays and public holidays neither. */
  sundays: boolean;
}

/** What a territory decided; version 0 as long as it has not. */
export interface QuietSetting extends QuietHours {
  version: number;
}

/** From 20:00 to 8:00, Sundays and public holidays. */
export const USUAL_QUIET_HOURS: QuietHours = { from: 20 * 60, to: 8 * 60, sundays: true };

/** When what must wait may leave: now, or at the end of the quiet hours. */
export function leavesAt(now: Date, quiet: QuietHours): Date {
  let day = parisDate(now);
  let minute = minutesOf(parisTime(now));
  let at = now;
  // Three days off in a row are the most that a year holds; a fourth is for those to come.
  for (let guard = 0; guard < 8; guard++) {
    if (quiet.sundays && isDayOff(day)) {
      day = addDays(day, 1);
      minute = 0;
      at = instantOf(day, '00:00', PARIS);
      continue;
    }
    if (!isQuiet(minute, quiet)) return at;
    if (minute >= quiet.to && quiet.from > quiet.to) day = addDays(day, 1);
    minute = quiet.to;
    at = instantOf(day, timeOf(quiet.to), PARIS);
  }
  return at;
}

function isQuiet(minute: number, { from, to }: QuietHours): boolean {
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

const isDayOff = (day: CivilDate) => weekdayOf(day) === 7 || publicHolidayOn(day) !== undefined;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function timeOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
