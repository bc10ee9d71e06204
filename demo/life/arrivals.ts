import type { Random } from '../core/random.ts';
import type { Channel } from '../types.ts';
import { type Calendar, type Day, HOUR } from './calendar.ts';
import { isSudden } from './grade.ts';
import { HABITS, type Habit } from './habits.ts';
import type { Weather } from './weather.ts';

/** Someone asks for something, some day, some way. */
export interface Arrival {
  serviceCode: string;
  channel: Channel;
  at: number;
  day: Day;
}

/** On working days and off: by telephone and at the desk comes near half of all. */
const WORKING_DAY: [Channel, number][] = [
  ['web', 25],
  ['phone', 39],
  ['desk', 17.5],
  ['mail', 9],
  ['letter', 4],
  ['elected', 2.5],
  ['social', 1.5],
  ['sms', 1.5],
];
const DAY_OFF: [Channel, number][] = [
  ['web', 82],
  ['mail', 9],
  ['social', 5],
  ['sms', 4],
];
/** Ways by which people write at any hour. */
const NEVER_CLOSED: readonly Channel[] = ['web', 'social', 'sms'];

/** From midnight on: a web that never sleeps, with its peaks at lunch and in the evening. */
const WEB_HOURS = [
  0.8, 0.4, 0.2, 0.15, 0.15, 0.4, 1.2, 3, 5, 5, 5, 5, 6.5, 6.5, 5, 4.5, 5, 6.5, 8, 8, 7.5, 6.5, 4,
  2,
].map((weight, hour) => [hour, weight] as const);
const OFFICE_HOURS = [
  [8.5, 1.6],
  [9, 2],
  [9.5, 2],
  [10, 2],
  [10.5, 1.8],
  [11, 1.5],
  [11.5, 1],
  [13.5, 1.2],
  [14, 1.6],
  [14.5, 1.6],
  [15, 1.4],
  [15.5, 1.2],
  [16, 1.2],
  [16.5, 1],
  [17, 0.6],
] as const;

/** Draws the requests of two years, about as many as asked, oldest first. */
export function drawArrivals(
  random: Random,
  calendar: Calendar,
  weather: Weather,
  count: number,
): Arrival[] {
  const habits = Object.entries(HABITS);
  const services = habits.map(([, habit]) => {
    const mean = habit.months.reduce((sum, month) => sum + month, 0) / 12;
    return { habit, unit: habit.share / mean };
  });
  const expected = calendar.past.map((day) => {
    const effort = dayEffort(calendar, day);
    return services.map(({ habit, unit }) => effort * unit * pressure(habit, day, weather));
  });
  const total = expected.flat().reduce((sum, value) => sum + value, 0);
  const arrivals = calendar.past.flatMap((day, index) =>
    (expected[index] as number[]).flatMap((value, service) => {
      const wanted = ((value * count) / total) * random.between(0.6, 1.4);
      const whole = Math.floor(wanted) + (random.chance(wanted % 1) ? 1 : 0);
      const serviceCode = (habits[service] as [string, Habit])[0];
      return Array.from({ length: whole }, () => arrive(random, serviceCode, day));
    }),
  );
  return arrivals.filter(({ at }) => at < calendar.now).sort((a, b) => a.at - b.at);
}

/** Mondays bring what the weekend saw; August is empty. */
function dayEffort({ today, past }: Calendar, day: Day): number {
  const yesterday = past[past.indexOf(day) - 1];
  const returning = day.working && yesterday && !yesterday.working;
  const week = day.working ? (returning ? 1.3 : 1.05) : 0.32;
  // The town gets used to asking: a tenth more each year.
  const growth = 1 - (0.1 * (today.start - day.start)) / (365 * 24 * HOUR);
  return week * growth * (day.month === 8 ? 0.75 : 1);
}

function pressure({ months, storm = 1, frost = 1 }: Habit, day: Day, weather: Weather): number {
  return (
    (months[day.month - 1] as number) *
    (weather.stormy(day) ? storm : 1) *
    (weather.afterFrost(day) ? frost : 1)
  );
}

function arrive(random: Random, serviceCode: string, day: Day): Arrival {
  const drawn = random.weighted(day.working ? WORKING_DAY : DAY_OFF);
  // Nobody waits for the post to tell of a danger.
  const channel = drawn === 'letter' && isSudden(serviceCode) ? 'phone' : drawn;
  const hour =
    NEVER_CLOSED.includes(channel) || (channel === 'mail' && !day.working)
      ? random.weighted(WEB_HOURS) + random.next()
      : random.weighted(OFFICE_HOURS) + random.next() / 2;
  return { serviceCode, channel, at: Math.floor(day.start + hour * HOUR), day };
}
