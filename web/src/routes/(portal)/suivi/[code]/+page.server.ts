import { error, redirect } from '@sveltejs/kit';
import { explain } from '#lib/api/problem.ts';
import { ask } from '../../api.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { params, url, locals } = event;
  const answer = await ask(event, '/api/v1/public/tracking/{code}', {
    path: { code: params.code },
  });
  if (!('data' in answer)) {
    // 400: what was typed cannot be a code at all. For its author it is the same mistake.
    const status = answer.status === 400 ? 404 : answer.status;
    const { lang, requestId } = locals;
    error(status, { message: explain(status, answer.problem, lang), requestId, lang });
  }
  const tracking = answer.data;
  // One address a request, however its code was typed.
  if (tracking.code !== params.code) redirect(303, `/suivi/${tracking.code}${url.search}`);
  event.setHeaders({ 'cache-control': 'private, no-store' });
  return { tracking, isNew: url.searchParams.has('nouvelle') };
};
