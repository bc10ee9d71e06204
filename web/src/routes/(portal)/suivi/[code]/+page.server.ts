import { error, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { explain } from '#lib/api/problem.ts';
import { type Answer, ask, readIfPossible, send } from '../../api.ts';
import { uploadPhotos } from '../../signaler/envoi/upload-photos.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** What was just done, as the address says it after the form. */
const TOLD = ['sent', 'reopened', 'rated', 'asked', 'confirmed'] as const;
type Told = (typeof TOLD)[number];

export const load: PageServerLoad = async (event) => {
  const { params, url, locals } = event;
  const plain = url.searchParams.has('falc') && locals.lang === 'fr';
  const answer = await ask(event, '/api/v1/public/tracking/{code}', {
    path: { code: params.code },
    query: plain ? { plain } : {},
  });
  if (!('data' in answer)) {
    // 400: what was typed cannot be a code at all. For its author it is the same mistake.
    const status = answer.status === 400 ? 404 : answer.status;
    if (status === 404) await leadToArea(event);
    const { lang, requestId } = locals;
    error(status, { message: explain(status, answer.problem, lang), requestId, lang });
  }
  const tracking = answer.data;
  // One address a request, however its code was typed; a follower's is their own.
  if (tracking.key !== params.code) redirect(303, `/suivi/${tracking.key}${url.search}`);
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const told = TOLD.find((one) => url.searchParams.get('dit') === one);
  const isNew = url.searchParams.has('nouvelle');
  return { tracking, isNew, plain, told, key: crypto.randomUUID() };
};

/** The key of who follows a street, a park or a commune has a page of its own. */
async function leadToArea(event: RequestEvent): Promise<void> {
  const key = codeOf(event);
  const path = '/api/v1/public/followers/{key}';
  const followed = key.length <= 40 && (await readIfPossible(event, path, { path: { key } }));
  if (followed && followed.kind !== 'request' && followed.confirmed) {
    redirect(303, `/suivre/abonnement/${key}${event.url.search}`);
  }
}

export const actions: Actions = {
  ecrire: (event) => sendWords(event, '/api/v1/public/tracking/{code}/words', 'sent'),
  rouvrir: (event) => sendWords(event, '/api/v1/public/tracking/{code}/contest', 'reopened'),
  avis: async (event) => {
    const form = await event.request.formData();
    const score = Number(form.get('note')) as 1 | 2 | 3;
    const comment = String(form.get('comment') ?? '').slice(0, 2_000);
    const path = '/api/v1/public/tracking/{code}/rating';
    const code = codeOf(event);
    return after(event, 'rated', await send(event, path, { code }, { score, comment }), {});
  },
  suivre: async (event) => {
    const form = await event.request.formData();
    const address = String(form.get('address') ?? '').trim();
    if (address.length < 3) return fail(400, { part: 'asked' as const, missing: true, address });
    const body = { address, language: event.locals.lang, plain: form.has('falc') };
    const path = '/api/v1/public/tracking/{key}/followers';
    const answer = await send(event, path, { key: codeOf(event) }, body);
    return after(event, 'asked', answer, { address });
  },
};

const codeOf = ({ params }: RequestEvent) => String(params.code);

async function sendWords(
  event: RequestEvent,
  path: '/api/v1/public/tracking/{code}/words' | '/api/v1/public/tracking/{code}/contest',
  part: 'sent' | 'reopened',
) {
  const form = await event.request.formData();
  const text = String(form.get('text') ?? '').trim();
  if (!text) return fail(400, { part, missing: true, text });
  const photos = form
    .getAll('photos')
    .filter((one): one is File => one instanceof File && one.size > 0);
  const { photoIds, refused } = await uploadPhotos(event, { photoIds: [], photos });
  const [first] = refused;
  if (first)
    return fail(400, { part, text, message: 'message' in first ? first.message : undefined });
  const key = String(form.get('key') ?? '') || undefined;
  const answer = await send(event, path, { code: codeOf(event) }, { text, photoIds }, key);
  return after(event, part, answer, { text });
}

/** Back to the page, which says what was done; or the form as it was, with why not. */
function after(
  event: RequestEvent,
  part: Told,
  answer: Answer<unknown>,
  kept: { text?: string; address?: string },
) {
  if ('data' in answer) redirect(303, `/suivi/${codeOf(event)}?dit=${part}`);
  const message = explain(answer.status, answer.problem, event.locals.lang);
  return fail(answer.status, { part, message, ...kept });
}
