import { error, fail, redirect } from '@sveltejs/kit';
import { explain } from '#lib/api/problem.ts';
import { following } from '#lib/i18n/following.ts';
import { ask, flag, follow, readIfPossible } from '../../api.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { params, locals, url, setHeaders } = event;
  const answer = await ask(event, '/api/v1/public/service-requests/{id}', {
    path: { id: params.id },
  });
  if (!('data' in answer)) {
    // 400: an address that cannot be a request's. For its reader nothing is there either.
    const status = answer.status === 400 ? 404 : answer.status;
    const { lang, requestId } = locals;
    error(status, { message: explain(status, answer.problem, lang), requestId, lang });
  }
  if (answer.data.leaderId) redirect(303, `/carte/${answer.data.leaderId}`);
  const isFlagged = url.searchParams.has('merci');
  // Its reader's language is in a cookie: only their own browser may keep the page.
  setHeaders({ 'cache-control': isFlagged ? 'private, no-store' : 'private, max-age=60' });
  const { point } = answer.data;
  const around =
    point && (await readIfPossible(event, '/api/v1/places/areas', { query: { ...point } }));
  return { request: answer.data, isFlagged, areas: around?.items ?? [] };
};

export const actions: Actions = {
  suivre: async (event) => {
    const form = await event.request.formData();
    const address = String(form.get('adresse') ?? '')
      .trim()
      .slice(0, 254);
    const words = following(event.locals.lang).area;
    if (address.length < 3) return fail(400, { follow: { address, message: words.missing } });
    const answer = await follow(event, event.params.id, address);
    if ('data' in answer) return { follow: { asked: true } };
    const { status, problem } = answer;
    const message =
      status === 400 || status === 422 ? words.wrong : explain(status, problem, event.locals.lang);
    return fail(status, { follow: { address, message } });
  },
  signaler: async (event) => {
    const form = await event.request.formData();
    const what = String(form.get('quoi') ?? 'texte');
    const answer = await flag(event, event.params.id ?? '', {
      reason: String(form.get('motif') ?? ''),
      ...(what !== 'texte' && { photoId: what }),
    });
    if (!('data' in answer)) return fail(answer.status, { isRefused: true });
    redirect(303, `/carte/${event.params.id}?merci=1`);
  },
};
