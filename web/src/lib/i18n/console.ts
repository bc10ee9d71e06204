import { en } from './en/console.ts';
import { fr } from './fr/console.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr, en };

/** The words of this area in the reader's language. */
export const console = (lang: Lang) => catalogues[lang];
