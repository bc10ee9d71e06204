import { settings as catalogue } from '#lib/i18n/settings.ts';
import { lang } from '../words.ts';

/** The words of these settings in the language of this page. */
export const settings = catalogue(lang);
