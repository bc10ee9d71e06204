/** A civil date, `2026-11-24`: the same text in every time zone. */
export type CivilDate = string;

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** True for a date that exists: `2024-02-29` does, `2026-02-29` does not. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day `days` later, earlier when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const day = midnight(date);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** The same day `months` later, or that month's last day: 31 January + 1 is 28 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const day = midnight(date);
  const wanted = day.getUTCDate();
  day.setUTCMonth(day.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(wanted, last));
  return day.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`, negative when `to` is before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (midnight(to).getTime() - midnight(from).getTime()) / 86_400_000;
}

export function weekdayOf(date: CivilDate): Weekday {
  return (midnight(date).getUTCDay() || 7) as Weekday;
}

/** @throws RangeError when the date does not exist. */
function midnight(date: CivilDate): Date {
  if (!isCivilDate(date)) throw new RangeError(`Not a civil date: ${date}`);
  return new Date(`${date}T00:00:00Z`);
}
