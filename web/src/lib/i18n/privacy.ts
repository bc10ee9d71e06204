import { en } from './en/privacy.ts';
import { fr } from './fr/privacy.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr, en };

/** The words of this area in the reader's language. */
export const privacy = (lang: Lang) => catalogues[lang];
