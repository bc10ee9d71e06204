import { en } from './en/following.ts';
import { fr } from './fr/following.ts';
import type { Lang } from './lang.ts';

const catalogues = { fr, en };

/** The words of following: by feed, by calendar, by message. */
export const following = (lang: Lang) => catalogues[lang];
