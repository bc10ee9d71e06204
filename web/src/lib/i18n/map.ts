import { en } from './en/map.ts';
import { fr } from './fr/map.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr: withFrenchSpaces(fr), en };

/** The words of this area in the reader's language. */
export const map = (lang: Lang) => catalogues[lang];
