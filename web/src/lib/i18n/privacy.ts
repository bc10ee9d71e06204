import { en } from './en/privacy.ts';
import { fr } from './fr/privacy.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr: withFrenchSpaces(fr), en };

/** The words of this area in the reader's language. */
export const privacy = (lang: Lang) => catalogues[lang];
