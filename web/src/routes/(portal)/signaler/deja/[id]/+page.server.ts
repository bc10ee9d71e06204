import { fail } from '@sveltejs/kit';
import { explain } from '#lib/api/problem.ts';
import { follow, read } from '../../../api.ts';
import { loadDraft } from '../../load-draft.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** What is already reported, for whoever says that it is the same: follow it rather than repeat it. */
export const load: PageServerLoad = async (event) => {
  const { draft } = await loadDraft(event);
  const request = await read(event, '/api/v1/public/service-requests/{id}', {
    path: { id: event.params.id },
  });
  return { draft, request };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const typed = form.get('adresse');
    const address = typeof typed === 'string' ? typed.trim().slice(0, 254) : '';
    if (address === '') return fail(400, { address, fault: 'missing' as const });
    const answer = await follow(event, event.params.id, address);
    if ('data' in answer) return { asked: true };
    const { status, problem } = answer;
    return status === 400 || status === 422
      ? fail(status, { address, fault: 'wrong' as const })
      : fail(status, {
          address,
          fault: 'said' as const,
          message: explain(status, problem, event.locals.lang),
        });
  },
};
