import { elected as catalogue } from '#lib/i18n/elected.ts';
import { lang } from '../words.ts';

/** The words of the elected official's page in the language of this page. */
export const elected = catalogue(lang);
