import { readTerritory } from '#lib/api/territory.ts';
import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = async (event) => {
  const { name, contact, demonstration } = await readTerritory(event);
  return { lang: event.locals.lang, territory: { name, contact, demonstration } };
};
