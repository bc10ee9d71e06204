import type { LayoutServerLoad } from './$types.js';
import { read } from './api.ts';

export const load: LayoutServerLoad = async (event) => {
  const { name, contact, demonstration } = await read(event, '/api/v1/territory');
  return { lang: event.locals.lang, territory: { name, contact, demonstration } };
};
