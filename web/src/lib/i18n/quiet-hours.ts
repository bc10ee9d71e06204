import { en } from './en/quiet-hours.ts';
import { fr } from './fr/quiet-hours.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr, en };

/** The words of the quiet hours. */
export const quietHours = (lang: Lang) => catalogues[lang];
