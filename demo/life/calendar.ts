import {
  addDays,
  parisDate,
  parisInstant,
  publicHolidayOn,
  weekdayOf,
} from '../../server/src/platform/clock/index.ts';

export const HOUR = 3_600_000;
export const MINUTE = 60_000;

/** Office hours, lunch included: the stand-in answers. */
const OPENS = 8.5 * HOUR;
const CLOSES = 17.5 * HOUR;

/** A day in Paris. */
export interface Day {
  date: string;
  /** Midnight there, in milliseconds of the epoch. */
  start: number;
  /** 1 to 12. */
  month: number;
  weekend: boolean;
  working: boolean;
}

/** The two years before today, and the weeks that are already planned. */
export interface Calendar {
  /** The instant of the demonstration. */
  now: number;
  today: Day;
  /** Two years, today included. */
  past: Day[];
  dayOf(at: number): Day;
  /** The working day after this one. */
  nextWorkingDay(day: Day): Day;
  /** The instant when so many office hours have gone by. */
  afterOfficeHours(at: number, hours: number): number;
}

const PAST_DAYS = 730;
const FUTURE_DAYS = 200;

export function openCalendar(now: Date): Calendar {
  const first = addDays(parisDate(now), -PAST_DAYS);
  const days = Array.from({ length: PAST_DAYS + FUTURE_DAYS }, (_, index) =>
    describeDay(addDays(first, index)),
  );
  const origin = (days[0] as Day).start;
  const indexOf = (at: number) => {
    // Days of a clock change are 23 or 25 hours long: the guess is off by one at most.
    let index = Math.min(days.length - 1, Math.max(0, Math.floor((at - origin) / (24 * HOUR))));
    while (index + 1 < days.length && (days[index + 1] as Day).start <= at) index++;
    while (index > 0 && (days[index] as Day).start > at) index--;
    return index;
  };
  const dayAt = (index: number) => days[Math.min(index, days.length - 1)] as Day;
  const lastIndex = days.length - 1;
  const nextWorking = (index: number): number => {
    let next = index + 1;
    while (next < lastIndex && !dayAt(next).working) next++;
    return next;
  };

  return {
    now: now.getTime(),
    today: dayAt(PAST_DAYS),
    past: days.slice(0, PAST_DAYS + 1),
    dayOf: (at) => dayAt(indexOf(at)),
    nextWorkingDay: (day) => dayAt(nextWorking(indexOf(day.start))),
    afterOfficeHours(at, hours) {
      let left = hours * HOUR;
      for (let index = indexOf(at); index <= lastIndex; index++) {
        const day = dayAt(index);
        if (!day.working) continue;
        const from = Math.max(at, day.start + OPENS);
        const open = Math.max(0, day.start + CLOSES - from);
        if (left < open) return from + left;
        left -= open;
      }
      return dayAt(lastIndex).start + CLOSES;
    },
  };
}

function describeDay(date: string): Day {
  const weekday = weekdayOf(date);
  const weekend = weekday === 6 || weekday === 7;
  return {
    date,
    start: parisInstant(date, '00:00').getTime(),
    month: Number(date.slice(5, 7)),
    weekend,
    working: !weekend && !publicHolidayOn(date),
  };
}
