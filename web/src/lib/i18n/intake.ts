import { en } from './en/intake.ts';
import { fr } from './fr/intake.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr: withFrenchSpaces(fr), en };

/** The words of this area in the reader's language. */
export const intake = (lang: Lang) => catalogues[lang];
