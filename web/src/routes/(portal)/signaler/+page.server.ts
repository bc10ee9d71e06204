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
  const suggested = draft.words && !rewriting ? await suggest(event, draft.words, services) : [];
  return {
    draft,
    suggested,
    /** The form was sent empty. */
    missing: searchParams.has('mots') && !draft.words && !searchParams.has('toutes'),
    /** Grouped, when the reader asks for the list or nothing was recognised. */
    groups:
      searchParams.has('toutes') || (draft.words && !rewriting && suggested.length === 0)
        ? Map.groupBy(services, ({ group }) => group)
            .entries()
            .map(([group, members]) => ({ group, services: members.map(toCard) }))
            .toArray()
        : null,
    unknownService: searchParams.has('inconnue'),
  };
};

async function suggest(event: RequestEvent, words: string, services: Service[]) {
  const answer = await ask(event, '/api/v1/services/suggestions', { query: { q: words } });
  if (!('data' in answer)) return [];
  const notices = new Map(services.map(({ code, emergencyNotice }) => [code, emergencyNotice]));
  return answer.data.items.map(({ service, words: matched }) => ({
    ...toCard(service),
    because: asWritten(words, matched),
    emergencyNotice: notices.get(service.code) ?? null,
  }));
}

const toCard = ({ code, name, description }: Service | Suggestion['service']) => ({
  code,
  name,
  description,
});
