import { fail, redirect } from '@sveltejs/kit';
import { explain } from '#lib/api/problem.ts';
import { read, send } from '../../../api.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** A button, and not the link itself: mail filters open every link of a mail. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  return {
    followed: await read(event, '/api/v1/public/followers/{key}', {
      path: { key: event.params.code },
    }),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const key = event.params.code;
    const path = '/api/v1/public/followers/{key}/confirm';
    const answer = await send(event, path, { key }, undefined as never);
    if ('data' in answer) redirect(303, `/suivi/${key}?dit=confirmed`);
    return fail(answer.status, {
      message: explain(answer.status, answer.problem, event.locals.lang),
    });
  },
};
