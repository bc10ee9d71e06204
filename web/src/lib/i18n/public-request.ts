import { en } from './en/public-request.ts';
import { fr } from './fr/public-request.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr, en };

/** The words of a request as everyone may read it. */
export const publicRequest = (lang: Lang) => catalogues[lang];
