import { en } from './en/settings.ts';
import { fr } from './fr/settings.ts';
import type { Lang } from './lang.ts';

/** The words of what a town decides for its requests: priorities, publication. */
export const settings = (lang: Lang) => ({ fr, en })[lang];
