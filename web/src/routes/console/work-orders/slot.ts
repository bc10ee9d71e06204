import type { WorkOrder } from '../api/views.ts';
import { addDays, civilDate, instantOf, minutesOfDay } from '../time/civil-time.ts';

/** Durations that a dispatcher gives, in minutes. */
export const DURATIONS = [15, 30, 45, 60, 90, 120, 180, 240, 420] as const;

const START_OF_DAY = 8 * 60;

/** Tomorrow, or Monday at the end of a week. @returns `YYYY-MM-DD` */
export function nextWorkingDay(now: Date): string {
  const tomorrow = addDays(civilDate(now), 1);
  const weekday = new Date(`${tomorrow}T12:00:00Z`).getUTCDay();
  return addDays(tomorrow, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

type Booked = Pick<WorkOrder, 'scheduledStart' | 'scheduledEnd'>;

/** The first moment of the day, from eight o'clock, at which a crew is free long enough. */
export function firstFreeTime(orders: readonly Booked[], minutes: number): string {
  let free = START_OF_DAY;
  for (const { scheduledStart, scheduledEnd } of sorted(orders)) {
    if (minutesOfDay(scheduledStart) - free >= minutes) break;
    free = Math.max(free, minutesOfDay(scheduledEnd));
  }
  return `${pad(Math.floor(free / 60))}:${pad(free % 60)}`;
}

/** The orders that the wanted slot would overlap. */
export function overlaps<Order extends Booked>(
  orders: readonly Order[],
  start: Date,
  minutes: number,
): Order[] {
  const end = start.getTime() + minutes * 60_000;
  return orders.filter(
    ({ scheduledStart, scheduledEnd }) =>
      Date.parse(scheduledStart) < end && Date.parse(scheduledEnd) > start.getTime(),
  );
}

/** From midnight to midnight on the wall, as the API filters it. */
export const wholeDay = (date: string) => ({
  from: instantOf(date, '00:00').toISOString(),
  to: instantOf(addDays(date, 1), '00:00').toISOString(),
});

const pad = (count: number) => String(count).padStart(2, '0');

const sorted = (orders: readonly Booked[]) =>
  orders.toSorted((a, b) => a.scheduledStart.localeCompare(b.scheduledStart));
