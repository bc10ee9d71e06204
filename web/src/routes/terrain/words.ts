import { field } from '#lib/i18n/field.ts';
import { isLang, type Lang } from '#lib/i18n/lang.ts';

/** The language of this page. The field face is drawn by the browser alone, so it never changes. */
export const lang: Lang = isLang(document.documentElement.lang)
  ? document.documentElement.lang
  : 'fr';

/** The field's words in the language of this page. */
export const words = field(lang);
