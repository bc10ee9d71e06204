import type { Random } from '../core/random.ts';
import type { Crew } from '../types.ts';
import { type Calendar, HOUR, MINUTE } from './calendar.ts';

const STARTS = 7.75 * HOUR;
const LUNCH = 12 * HOUR;
const RESUMES = 13.25 * HOUR;
const ENDS = 16 * HOUR;
const QUARTER = 15 * MINUTE;
const DRIVE = 15 * MINUTE;

/** The diaries of the crews: nobody is in two places at once. */
export interface Rounds {
  /** The first start that the crew has free, that day or a later one. */
  book(crew: Crew, notBefore: number, minutes: number): number;
}

export function openRounds(random: Random, calendar: Calendar): Rounds {
  /** When a crew is free again, by crew and date. */
  const free = new Map<string, number>();
  return {
    book(crew, notBefore, minutes) {
      let day = calendar.dayOf(notBefore);
      if (!day.working) day = calendar.nextWorkingDay(day);
      for (;;) {
        const key = `${crew.id} ${day.date}`;
        const opening = free.get(key) ?? day.start + STARTS + random.integer(0, 6) * QUARTER;
        const start = afterLunch(roundUp(Math.max(opening, notBefore)), day.start);
        if (start - day.start <= ENDS - minutes * MINUTE * 0.5) {
          free.set(key, start + minutes * MINUTE + DRIVE);
          return start;
        }
        day = calendar.nextWorkingDay(day);
      }
    },
  };
}

export const roundUp = (at: number): number => Math.ceil(at / QUARTER) * QUARTER;

export function afterLunch(at: number, midnight: number): number {
  const hour = at - midnight;
  return hour >= LUNCH && hour < RESUMES ? midnight + RESUMES : at;
}
