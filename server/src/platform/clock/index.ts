/** Time: the injected clock, French civil time, holidays and working time. */
export {
  addDays,
  addMonths,
  type CivilDate,
  daysBetween,
  isCivilDate,
  type Weekday,
  weekdayOf,
} from './calendar.ts';
export { civilDate, civilTime, instantOf, startOfCivilDay, type Zone } from './civil-time.ts';
export { type Clock, type FixedClock, fixedClock, systemClock } from './clock.ts';
export { englishDate } from './english-date.ts';
export { frenchDate } from './french-date.ts';
export { PARIS, parisDate, parisInstant, parisTime, startOfParisDay } from './paris.ts';
export {
  easterSunday,
  type HolidayRegion,
  type PublicHoliday,
  publicHolidayOn,
  publicHolidays,
} from './public-holidays.ts';
export { addWorkingDays, isWorkingDay } from './working-days.ts';
export {
  addWorkingMinutes,
  OFFICE_HOURS,
  type Opening,
  type WorkSchedule,
  workingMinutesBetween,
} from './working-hours.ts';
