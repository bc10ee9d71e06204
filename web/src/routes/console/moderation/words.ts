import { moderation as catalogue } from '#lib/i18n/moderation.ts';
import { lang } from '../words.ts';

/** The words of moderation in the language of this page. */
export const moderation = catalogue(lang);
