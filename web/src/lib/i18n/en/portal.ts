import type { fr } from '../fr/portal.ts';
import type { SameKeys } from '../same-keys.ts';

export const en: SameKeys<typeof fr> = {};
