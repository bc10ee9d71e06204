import { en } from './en/log.ts';
import { fr } from './fr/log.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr: withFrenchSpaces(fr), en };

/** The words of this area in the reader's language. */
export const log = (lang: Lang) => catalogues[lang];
