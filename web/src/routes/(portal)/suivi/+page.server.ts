import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ url }) => {
  const code = url.searchParams.get('code')?.trim();
  if (code) redirect(303, `/suivi/${encodeURIComponent(code.slice(0, 20))}`);
  return { missing: code === '' };
};
