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

function format(at: string | Date, lang: Lang, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[lang], options).format(new Date(at));
}
