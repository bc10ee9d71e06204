/** The clock on the wall of the town hall, whatever the computer's own time zone. */
export const TIME_ZONE = 'Europe/Paris';

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** « 2026-11-24 », the day of an instant on the wall. */
export const civilDate = (at: string | Date): string => parts.format(new Date(at)).slice(0, 10);

/** « 14:05 », its time on the wall. */
export const civilTime = (at: string | Date): string => parts.format(new Date(at)).slice(11, 16);

/** Minutes since midnight on the wall. */
export function minutesOfDay(at: string | Date): number {
  const [hours = 0, minutes = 0] = civilTime(at).split(':').map(Number);
  return hours * 60 + minutes;
}

/**
 * The instant at which the wall shows this day and time. A time that the change to summer skips is
 * taken an hour later; one that comes twice in autumn, the first time.
 *
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`
 */
export function instantOf(date: string, time: string): Date {
  const naive = Date.parse(`${date}T${time}:00Z`);
  const offsets = [naive - 12 * HOUR_MS, naive + 12 * HOUR_MS].map(offsetAt);
  const candidates = offsets.map((offset) => new Date(naive - offset));
  const exact = candidates.find((at) => civilDate(at) === date && civilTime(at) === time);
  return exact ?? new Date(naive - (offsets[0] ?? 0));
}

/** The day `count` days later (earlier when negative). */
export function addDays(date: string, count: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** How far the wall is ahead of UTC, in milliseconds. */
function offsetAt(at: number): number {
  return Date.parse(`${parts.format(at).replace(' ', 'T')}:00Z`) - Math.floor(at / 60_000) * 60_000;
}
