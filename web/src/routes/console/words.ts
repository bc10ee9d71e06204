import { console as catalogue } from '#lib/i18n/console.ts';
import { isLang, type Lang } from '#lib/i18n/lang.ts';

/** The language of this page. The console is drawn by the browser alone, so it never changes. */
export const lang: Lang = isLang(document.documentElement.lang)
  ? document.documentElement.lang
  : 'fr';

/** The console's words in the language of this page. */
export const words = catalogue(lang);
