import { intake } from '#lib/i18n/intake.ts';
import { lang } from '../words.ts';

export const words = intake(lang);
