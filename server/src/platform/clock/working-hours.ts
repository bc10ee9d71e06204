import { addDays, type CivilDate, type Weekday, weekdayOf } from './calendar.ts';
import { civilDate, instantOf, type Zone } from './civil-time.ts';
import { PARIS } from './paris.ts';
import { type HolidayRegion, publicHolidayOn } from './public-holidays.ts';

/** Opening and closing, `HH:MM` each; `24:00` closes at midnight. */
export type Opening = readonly [from: string, to: string];

/** When a service works: its week, its place's holidays and its place's clocks. Never changed once made. */
export interface WorkSchedule {
  /** Openings of each weekday in order, without overlap; a weekday left out is closed. */
  readonly week: Readonly<Partial<Record<Weekday, readonly Opening[]>>>;
  /** Whose legal holidays are closed; `none` for a service that works through them. */
  readonly holidays: HolidayRegion | 'none';
  readonly zone: Zone;
}

const OFFICE_DAY: readonly Opening[] = [
  ['08:00', '12:00'],
  ['13:30', '17:30'],
];

/** A town hall's usual week, in metropolitan France. */
export const OFFICE_HOURS: WorkSchedule = {
  week: { 1: OFFICE_DAY, 2: OFFICE_DAY, 3: OFFICE_DAY, 4: OFFICE_DAY, 5: OFFICE_DAY },
  holidays: 'common',
  zone: PARIS,
};

/**
 * Minutes really worked between two instants, fractions included; negative when `to` is before `from`.
 * A night of clock change counts the minutes that pass, not those that clocks show.
 *
 * @throws RangeError when the schedule never opens or is out of order.
 */
export function workingMinutesBetween(from: Date, to: Date, schedule: WorkSchedule): number {
  if (to < from) return -workingMinutesBetween(to, from, schedule);
  let worked = 0;
  for (const [opens, closes] of openingsFrom(from, schedule)) {
    if (opens >= to.getTime()) break;
    worked += Math.min(closes, to.getTime()) - opens;
  }
  return worked / MINUTE;
}

/**
 * The first instant at which `minutes` have been worked since `from`; with 0, `from` itself.
 *
 * @throws RangeError when `minutes` is negative, not finite or beyond ten years of schedule,
 * or when the schedule never opens or is out of order.
 */
export function addWorkingMinutes(from: Date, minutes: number, schedule: WorkSchedule): Date {
  if (!(minutes >= 0)) throw new RangeError(`Not a duration: ${minutes} minutes`);
  let left = minutes * MINUTE;
  if (left === 0) return from;
  const limit = from.getTime() + TEN_YEARS;
  for (const [opens, closes] of openingsFrom(from, schedule)) {
    if (opens + left <= closes) return new Date(opens + left);
    left -= closes - opens;
    if (closes > limit) break;
  }
  throw new RangeError(`Beyond ten years: ${minutes} minutes`);
}

const MINUTE = 60_000;
const TEN_YEARS = 3653 * 24 * 60 * MINUTE;

type Span = readonly [opens: number, closes: number];

/** What is open from an instant on, in order and without overlap, without end. */
function* openingsFrom(instant: Date, schedule: WorkSchedule): Generator<Span> {
  let reached = instant.getTime();
  // A time that a clock change skips falls later: begin a day early rather than miss a closing.
  let date = addDays(civilDate(instant, schedule.zone), -1);
  for (; ; date = addDays(date, 1)) {
    for (const [opens, closes] of openingsOn(date, schedule)) {
      const start = Math.max(opens, reached);
      if (closes > start) yield [start, closes];
      reached = Math.max(reached, closes);
    }
  }
}

// Civil time costs microseconds, and thousands of requests share the same few days.
const daysOf = new WeakMap<WorkSchedule, Map<CivilDate, Span[]>>();

function openingsOn(date: CivilDate, schedule: WorkSchedule): Span[] {
  let days = daysOf.get(schedule);
  if (!days) {
    refuseUnsound(schedule);
    days = new Map();
    daysOf.set(schedule, days);
  }
  let spans = days.get(date);
  if (!spans) {
    spans = computeOpenings(date, schedule);
    days.set(date, spans);
  }
  return spans;
}

function computeOpenings(date: CivilDate, { week, holidays, zone }: WorkSchedule): Span[] {
  if (holidays !== 'none' && publicHolidayOn(date, holidays)) return [];
  const openings = week[weekdayOf(date)] ?? [];
  return openings.map(([from, to]) => [
    instantOf(date, from, zone).getTime(),
    instantOf(date, to, zone).getTime(),
  ]);
}

function refuseUnsound({ week }: WorkSchedule): void {
  const days = Object.values(week);
  if (!days.some((openings) => openings.length > 0))
    throw new RangeError('A schedule that never opens');
  for (const openings of days) {
    const times = openings.flat();
    const ordered = times.every((time, i) => i === 0 || (times[i - 1] as string) <= time);
    if (!ordered || openings.some(([from, to]) => from === to)) {
      throw new RangeError(`Openings out of order: ${times.join(' ')}`);
    }
  }
}
