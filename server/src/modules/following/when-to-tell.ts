import { addDays, instantOf, PARIS, parisDate, weekdayOf } from '../../platform/clock/index.ts';
import type { Frequency } from './follower.ts';

const MORNING = '08:00';
const MONDAY = 1;

/** When something that happens now is told: at once, tomorrow morning, or on Monday morning. */
export function whenToTell(frequency: Frequency, now: Date): Date {
  if (frequency === 'immediate') return now;
  let day = addDays(parisDate(now), 1);
  while (frequency === 'weekly' && weekdayOf(day) !== MONDAY) day = addDays(day, 1);
  return instantOf(day, MORNING, PARIS);
}
