import type { CivilDate } from './calendar.ts';
import { civilDate, civilTime, instantOf, startOfCivilDay } from './civil-time.ts';

/** The civil time of metropolitan France: décret n° 2017-292 du 6 mars 2017. */
export const PARIS = 'Europe/Paris';

/** The date in Paris, `2026-11-24`. */
export const parisDate = (instant: Date): CivilDate => civilDate(instant, PARIS);

/** The time in Paris, `09:05`. */
export const parisTime = (instant: Date): string => civilTime(instant, PARIS);

/** The instant at which Paris shows a date and a time; see {@link instantOf} for clock changes. */
export const parisInstant = (date: CivilDate, time = '00:00'): Date => instantOf(date, time, PARIS);

/** The first instant of the day that Paris is living. */
export const startOfParisDay = (instant: Date): Date => startOfCivilDay(instant, PARIS);
