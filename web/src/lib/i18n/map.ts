import { en } from './en/map.ts';
import { fr } from './fr/map.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr, en };

/** The words of this area in the reader's language. */
export const map = (lang: Lang) => catalogues[lang];
