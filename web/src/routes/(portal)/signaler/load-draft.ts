import { type RequestEvent, redirect } from '@sveltejs/kit';
import { ask, type ServiceDefinition } from '../api.ts';
import { type Draft, readDraft, stepUrl } from './draft.ts';

export interface DraftWithService {
  draft: Draft;
  service: ServiceDefinition;
}

/** The draft in the address, with its service; without one, back to the first step, words kept. */
export async function loadDraft(event: RequestEvent): Promise<DraftWithService> {
  const draft = readDraft(event.url.searchParams);
  if (!draft.service) redirect(303, stepUrl('/signaler', draft));
  const answer = await ask(event, '/api/v1/services/{code}', { path: { code: draft.service } });
  if (!('data' in answer)) {
    const url = new URL(stepUrl('/signaler', draft, { service: '', answers: {} }), event.url);
    url.searchParams.set('inconnue', '1');
    redirect(303, url.pathname + url.search);
  }
  const questions = answer.data.questions.toSorted((a, b) => a.order - b.order);
  return { draft, service: { ...answer.data, questions } };
}
