import type { fr } from '../fr/console.ts';
import type { SameKeys } from '../same-keys.ts';

export const en: SameKeys<typeof fr> = {};
