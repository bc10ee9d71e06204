import { en } from './en/log.ts';
import { fr } from './fr/log.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr, en };

/** The words of this area in the reader's language. */
export const log = (lang: Lang) => catalogues[lang];
