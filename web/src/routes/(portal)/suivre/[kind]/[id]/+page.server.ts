import { error, fail } from '@sveltejs/kit';
import { explain } from '#lib/api/problem.ts';
import { type Area, read, send } from '../../../api.ts';
import type { Actions, PageServerLoad } from './$types.js';

const KINDS: readonly string[] = ['street', 'park', 'commune'] satisfies Area['kind'][];
const FREQUENCIES = ['daily', 'weekly', 'immediate'] as const;
const MOST_SHOWN = 10;

export const load: PageServerLoad = async (event) => {
  const { kind, id } = event.params;
  const { lang, requestId } = event.locals;
  if (!KINDS.includes(kind) || !/^[0-9a-f-]{36}$/.test(id)) {
    error(404, { message: explain(404, undefined, lang), requestId, lang });
  }
  const path = { kind: kind as Area['kind'], id };
  const [area, { items }] = await Promise.all([
    read(event, '/api/v1/places/areas/{kind}/{id}', { path }),
    read(event, '/api/v1/public/areas/{kind}/{id}/news', { path }),
  ]);
  return { area, news: items.slice(0, MOST_SHOWN) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const address = String(form.get('adresse') ?? '')
      .trim()
      .slice(0, 254);
    const frequency = FREQUENCIES.find((one) => one === form.get('rythme')) ?? 'daily';
    const plain = form.has('falc');
    const kept = { address, frequency, plain };
    if (address.length < 3) return fail(400, { ...kept, fault: 'missing' as const });
    const { kind, id } = event.params;
    const path = '/api/v1/public/areas/{kind}/{id}/followers';
    const body = { address, frequency, language: event.locals.lang, plain };
    const answer = await send(event, path, { kind, id }, body);
    if ('data' in answer) return { asked: true };
    const { status, problem } = answer;
    return status === 400 || status === 422
      ? fail(status, { ...kept, fault: 'wrong' as const })
      : fail(status, {
          ...kept,
          fault: 'said' as const,
          message: explain(status, problem, event.locals.lang),
        });
  },
};
