import { en } from './en/portal.ts';
import { fr } from './fr/portal.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr, en };

/** The words of this area in the reader's language. */
export const portal = (lang: Lang) => catalogues[lang];
