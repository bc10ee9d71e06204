import { formatTime } from '#lib/i18n/format.ts';
import { lang, words } from '../words.ts';

const PARIS = 'Europe/Paris';
const locale = lang === 'fr' ? 'fr-FR' : 'en-GB';

/** « mardi 24 novembre ». @param date `YYYY-MM-DD` */
export function sayDate(date: string): string {
  const noon = new Date(`${date}T12:00:00Z`);
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: PARIS,
  }).format(noon);
}

/** The day of an instant in Paris, `YYYY-MM-DD`. */
export function dayOf(at: string | Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: PARIS }).format(new Date(at));
}

/** « à 14:05 », or « lundi 23 novembre à 14:05 » when that was not today. */
export function sayMoment(at: string): string {
  const time = words.day.at(formatTime(at, lang));
  const day = dayOf(at);
  return day === dayOf(new Date()) ? time : `${sayDate(day)} ${time}`;
}

/** « 1 h 30 ». */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}
