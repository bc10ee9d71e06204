import { en } from './en/field.ts';
import { fr } from './fr/field.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr: withFrenchSpaces(fr), en };

/** The words of this area in the reader's language. */
export const field = (lang: Lang) => catalogues[lang];
