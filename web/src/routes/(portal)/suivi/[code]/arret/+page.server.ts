import { fail, redirect } from '@sveltejs/kit';
import { explain } from '#lib/api/problem.ts';
import { send } from '../../../api.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ url, setHeaders }) => {
  setHeaders({ 'cache-control': 'private, no-store' });
  return { ended: url.searchParams.has('fait') };
};

export const actions: Actions = {
  /** The button of the page, and the one click of mail programs (RFC 8058 §3.2) alike. */
  default: async (event) => {
    const key = event.params.code;
    const answer = await send(
      event,
      '/api/v1/public/followers/{key}/end',
      { key },
      undefined as never,
    );
    if ('data' in answer) redirect(303, `/suivi/${key}/arret?fait=1`);
    return fail(answer.status, {
      message: explain(answer.status, answer.problem, event.locals.lang),
    });
  },
};
