import { lang, words } from '../words.ts';
import { addDays, civilDate, civilTime, TIME_ZONE } from './civil-time.ts';

const locale = lang === 'fr' ? 'fr-FR' : 'en-GB';
const options = { timeZone: TIME_ZONE } as const;
const dayMonth = new Intl.DateTimeFormat(locale, { ...options, day: 'numeric', month: 'short' });
const withYear = new Intl.DateTimeFormat(locale, {
  ...options,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const fullDay = new Intl.DateTimeFormat(locale, {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});

/** « aujourd’hui », « hier », « demain », « 21 nov. », « 3 févr. 2025 ». */
export function tellDay(at: string, now = new Date()): string {
  const [day, today] = [civilDate(at), civilDate(now)];
  if (day === today) return words.time.today;
  if (day === addDays(today, -1)) return words.time.yesterday;
  if (day === addDays(today, 1)) return words.time.tomorrow;
  return (day.slice(0, 4) === today.slice(0, 4) ? dayMonth : withYear).format(new Date(at));
}

/** « 21 nov. ». @param date `YYYY-MM-DD` */
export const tellShortDate = (date: string): string =>
  dayMonth.format(Date.parse(`${date}T12:00:00Z`));

/** « aujourd’hui à 14:05 ». */
export const tellMoment = (at: string, now?: Date): string =>
  words.time.at(tellDay(at, now), civilTime(at));

/** « lundi 24 novembre ». @param date `YYYY-MM-DD` */
export const tellDate = (date: string): string => fullDay.format(Date.parse(`${date}T12:00:00Z`));

/** « 1 h 30 », « 45 min ». */
export function tellMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/** « 6 h », « 3 j » : hours as a person says them. */
export function tellHours(hours: number | null): string {
  if (hours === null) return '–';
  if (hours < 1) return `${Math.round(hours * 60)} min`;
  return hours < 48 ? `${round(hours)} h` : words.time.days(round(hours / 24));
}

const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const round = (value: number) => oneDecimal.format(value);

const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
/** « 1 234 ». */
export const tellCount = (count: number): string => integer.format(count);

const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
/** « 83 % ». */
export const tellShare = (share: number | null): string =>
  share === null ? '–' : percent.format(share);
