import type { RequestEvent } from '@sveltejs/kit';
import { ask, readServices, type Service, type Suggestion } from '../api.ts';
import type { PageServerLoad } from './$types.js';
import { asWritten } from './as-written.ts';
import { readDraft } from './draft.ts';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const draft = readDraft(searchParams);
  const services = await readServices(event);
  const rewriting = searchParams.has('ecrire');
  const browsing = searchParams.has('toutes');
  const { suggested, sure } =
    draft.words && !rewriting && !browsing
      ? await suggest(event, draft.words, services)
      : { suggested: [], sure: false };
  const codes = new Set(suggested.map(({ code }) => code));
  return {
    draft,
    suggested,
    /** The form was sent empty. */
    missing: searchParams.has('mots') && !draft.words && !browsing,
    /** Grouped, when the reader asks for the list or what was recognised is not sure. */
    groups:
      browsing || (draft.words && !rewriting && !sure)
        ? Map.groupBy(
            services.filter(({ code }) => !codes.has(code)),
            ({ group }) => group,
          )
            .entries()
            .map(([group, members]) => ({ group, services: members.map(toCard) }))
            .toArray()
        : null,
    unknownService: searchParams.has('inconnue'),
  };
};

async function suggest(event: RequestEvent, words: string, services: Service[]) {
  const answer = await ask(event, '/api/v1/services/suggestions', { query: { q: words } });
  if (!('data' in answer)) return { suggested: [], sure: false };
  const { items, sure } = answer.data;
  const notices = new Map(services.map(({ code, emergencyNotice }) => [code, emergencyNotice]));
  const suggested = items.map(({ service, words: matched }) => ({
    ...toCard(service),
    because: asWritten(words, matched),
    emergencyNotice: notices.get(service.code) ?? null,
  }));
  return { suggested, sure };
}

const toCard = ({ code, name, description }: Service | Suggestion['service']) => ({
  code,
  name,
  description,
});
