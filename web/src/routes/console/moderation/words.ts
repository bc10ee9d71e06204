import { moderation as catalogue } from '#lib/i18n/moderation.ts';

/** The console is in French: the language of those who work in it. */
export const moderation = catalogue('fr');
