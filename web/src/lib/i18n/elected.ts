import { en } from './en/elected.ts';
import { fr } from './fr/elected.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr: withFrenchSpaces(fr), en };

/** The words of the elected official's page. */
export const elected = (lang: Lang) => catalogues[lang];
