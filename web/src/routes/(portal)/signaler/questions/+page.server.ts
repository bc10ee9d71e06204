import { redirect } from '@sveltejs/kit';
import { findFaults } from '../answers.ts';
import { stepUrl } from '../draft.ts';
import { loadDraft } from '../load-draft.ts';
import type { PageServerLoad } from './$types.js';

/** The questions of the service, when it has any; a form sent whole goes on to the place. */
export const load: PageServerLoad = async (event) => {
  const { draft, service } = await loadDraft(event);
  const sent = event.url.searchParams.has('suite');
  const faults = sent ? findFaults(service.questions, draft.answers) : [];
  if (service.questions.length === 0 || (sent && faults.length === 0)) {
    redirect(303, stepUrl('/signaler/lieu', draft));
  }
  return { draft, service, faults };
};
