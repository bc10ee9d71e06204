import { en } from './en/console.ts';
import { fr } from './fr/console.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr: withFrenchSpaces(fr), en };

/** The words of this area in the reader's language. */
export const console = (lang: Lang) => catalogues[lang];
