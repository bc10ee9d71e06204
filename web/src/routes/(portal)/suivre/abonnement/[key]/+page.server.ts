import { fail, redirect } from '@sveltejs/kit';
import { explain } from '#lib/api/problem.ts';
import { read, send } from '../../../api.ts';
import type { Actions, PageServerLoad } from './$types.js';

const FREQUENCIES = ['daily', 'weekly', 'immediate'] as const;
const TOLD = ['confirmed', 'changed'] as const;

/** What somebody follows, for whoever holds the key of their messages. */
export const load: PageServerLoad = async (event) => {
  const { key } = event.params;
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const followed = await read(event, '/api/v1/public/followers/{key}', { path: { key } });
  if (followed.kind === 'request' || !followed.confirmed) redirect(303, `/suivi/${key}`);
  const told = TOLD.find((one) => event.url.searchParams.get('dit') === one);
  return { followed, told };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { key } = event.params;
    const frequency = FREQUENCIES.find((one) => one === form.get('rythme')) ?? 'daily';
    const path = '/api/v1/public/followers/{key}/frequency';
    const answer = await send(event, path, { key }, { frequency });
    if ('data' in answer) redirect(303, `/suivre/abonnement/${key}?dit=changed`);
    return fail(answer.status, {
      message: explain(answer.status, answer.problem, event.locals.lang),
    });
  },
};
