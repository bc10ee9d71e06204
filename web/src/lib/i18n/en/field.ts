import type { fr } from '../fr/field.ts';
import type { SameKeys } from '../same-keys.ts';

export const en: SameKeys<typeof fr> = {};
