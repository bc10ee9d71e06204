import { en } from './en/common.ts';
import { fr } from './fr/common.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr, en };

/** The words of this area in the reader's language. */
export const common = (lang: Lang) => catalogues[lang];
