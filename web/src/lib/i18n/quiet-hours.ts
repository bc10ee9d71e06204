import { en } from './en/quiet-hours.ts';
import { fr } from './fr/quiet-hours.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr: withFrenchSpaces(fr), en };

/** The words of the quiet hours. */
export const quietHours = (lang: Lang) => catalogues[lang];
