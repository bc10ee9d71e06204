import { privacy as catalogue } from '#lib/i18n/privacy.ts';
import { lang } from '../words.ts';

/** The words of personal data in the language of this page. */
export const privacy = catalogue(lang);
