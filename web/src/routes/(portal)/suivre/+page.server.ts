import { read } from '../api.ts';
import type { PageServerLoad } from './$types.js';

/** Streets, parks and communes by name; nothing asked yet, nothing shown. */
export const load: PageServerLoad = async (event) => {
  const sought = (event.url.searchParams.get('lieu') ?? '').trim().slice(0, 200);
  const found = sought && (await read(event, '/api/v1/places/areas', { query: { q: sought } }));
  return { sought, items: found ? found.items : null };
};
