import type { Lang } from './lang.ts';

const LOCALES: Record<Lang, string> = { fr: 'fr-FR', en: 'en-GB' };

/** « 24 novembre 2026 à 14:05 ». @param at ISO 8601 date and time, or a Date */
export function formatDateTime(at: string | Date, lang: Lang, timeZone = 'Europe/Paris'): string {
  return format(at, lang, { dateStyle: 'long', timeStyle: 'short', timeZone });
}

/** « 24 novembre 2026 » */
export function formatDate(at: string | Date, lang: Lang, timeZone = 'Europe/Paris'): string {
  return format(at, lang, { dateStyle: 'long', timeZone });
}

/** « 14:05 » */
export function formatTime(at: string | Date, lang: Lang, timeZone = 'Europe/Paris'): string {
  return format(at, lang, { timeStyle: 'short', timeZone });
}

/** « 3 ans », « 90 jours »: a number of days as a notice says it. @param days at least 1 */
export function formatDays(days: number, lang: Lang): string {
  const isYears = days % 365 === 0;
  const unit = isYears ? 'year' : 'day';
  return new Intl.NumberFormat(LOCALES[lang], { style: 'unit', unit, unitDisplay: 'long' }).format(
    isYears ? days / 365 : days,
  );
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter is kept: making one costs more than using it a thousand times. */
function format(at: string | Date, lang: Lang, options: Intl.DateTimeFormatOptions): string {
  const key = `${lang} ${options.dateStyle} ${options.timeStyle} ${options.timeZone}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(LOCALES[lang], options);
  formatters.set(key, formatter);
  return ordinal(formatter.format(new Date(at)), lang);
}

/** French counts the first of a month only: « 1er décembre ». */
function ordinal(date: string, lang: Lang): string {
  return lang === 'fr' ? date.replace(/^1(?= \p{L})/u, '1er') : date;
}
