import { en } from './en/moderation.ts';
import { fr } from './fr/moderation.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr: withFrenchSpaces(fr), en };

/** The words of this area in the reader's language. */
export const moderation = (lang: Lang) => catalogues[lang];
