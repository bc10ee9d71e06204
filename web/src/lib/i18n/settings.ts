import { en } from './en/settings.ts';
import { fr } from './fr/settings.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr: withFrenchSpaces(fr), en };

/** The words of what a town decides for its requests: priorities, publication. */
export const settings = (lang: Lang) => catalogues[lang];
