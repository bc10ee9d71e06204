import { read } from '../api.ts';
import type { PageServerLoad } from './$types.js';

/** What the program declares that it keeps, with the periods that this town chose. */
export const load: PageServerLoad = async (event) => ({
  register: await read(event, '/api/v1/public/privacy'),
});
