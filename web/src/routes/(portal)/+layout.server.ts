import type { LayoutServerLoad } from './$types.js';
import { read, type Territory } from './api.ts';

export const load: LayoutServerLoad = async (event) => {
  const { name, contact, demonstration } = await read<Territory>(event, '/territory');
  return { lang: event.locals.lang, territory: { name, contact, demonstration } };
};
