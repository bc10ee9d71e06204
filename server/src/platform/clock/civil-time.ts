import { addDays, type CivilDate, isCivilDate } from './calendar.ts';

/** An IANA time zone, such as `Europe/Paris` or `Indian/Reunion`. */
export type Zone = string;

/** The civil date in a zone, `2026-11-24`. */
export function civilDate(instant: Date, zone: Zone): CivilDate {
  const { year, month, day } = wallClock(instant, zone);
  return `${year.padStart(4, '0')}-${month}-${day}`;
}

/** The civil time in a zone, `09:05`. */
export function civilTime(instant: Date, zone: Zone): string {
  const { hour, minute } = wallClock(instant, zone);
  return `${hour}:${minute}`;
}

/**
 * The instant at which the clocks of a zone show a date and a time.
 *
 * A time that a clock change skips is read as if the change had not happened yet (02:30 becomes
 * 03:30); a time that happens twice is its first passage: RFC 5545 §3.3.5, and Temporal's "compatible".
 *
 * @param time - `HH:MM`, from `00:00` to `24:00`, the end of the day.
 * @throws RangeError when the date or the time does not exist in any zone.
 */
export function instantOf(date: CivilDate, time: string, zone: Zone): Date {
  if (!isCivilDate(date)) throw new RangeError(`Not a civil date: ${date}`);
  if (time === '24:00') return instantOf(addDays(date, 1), '00:00', zone);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`Not a civil time: ${time}`);
  const wall = Date.parse(`${date}T${time}:00Z`);
  const before = wall - offsetAt(wall - DAY, zone);
  const after = wall - offsetAt(wall + DAY, zone);
  const passages = [before, after].filter((instant) => instant + offsetAt(instant, zone) === wall);
  return new Date(passages.length > 0 ? Math.min(...passages) : before);
}

/** The first instant of the day that a zone is living. */
export function startOfCivilDay(instant: Date, zone: Zone): Date {
  return instantOf(civilDate(instant, zone), '00:00', zone);
}

const DAY = 86_400_000;

/** Milliseconds that the zone's clocks are ahead of UTC. */
function offsetAt(time: number, zone: Zone): number {
  const { year, month, day, hour, minute, second } = wallClock(new Date(time), zone);
  const wall = Date.UTC(+year, +month - 1, +day, +hour, +minute, +second);
  return wall - Math.floor(time / 1000) * 1000;
}

type Field = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

// Making a formatter costs fifty times more than using it.
const formatters = new Map<Zone, Intl.DateTimeFormat>();

function wallClock(instant: Date, zone: Zone): Record<Field, string> {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  const parts = formatter.formatToParts(instant).map(({ type, value }) => [type, value]);
  return Object.fromEntries(parts);
}
