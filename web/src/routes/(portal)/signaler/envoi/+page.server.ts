import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { type NewRequest, submit } from '../../api.ts';
import { inWords, toApiAnswers } from '../answers.ts';
import { stepUrl } from '../draft.ts';
import { loadDraft } from '../load-draft.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { explainRefusal, type Refusal } from './explain-refusal.ts';
import { onceByKey } from './once-by-key.ts';
import { readSending, type Sending } from './read-sending.ts';
import { uploadPhotos } from './upload-photos.ts';

export const load: PageServerLoad = async (event) => {
  const { draft, service } = await loadDraft(event);
  if (!draft.point && !draft.address) {
    const url = new URL(stepUrl('/signaler/lieu', draft), event.url);
    url.searchParams.set('manque', '1');
    redirect(303, url.pathname + url.search);
  }
  return {
    draft,
    serviceName: service.name,
    emergencyNotice: service.emergencyNotice,
    answers: inWords(service.questions, draft.answers),
    key: crypto.randomUUID(),
  };
};

type Outcome = { code: string } | { refused: Refusal[]; status: number; photoIds: string[] };

export const actions: Actions = {
  default: async (event) => {
    const sending = readSending(await event.request.formData());
    if ('photoToRemove' in sending) return { ...sending, faults: [] };

    const outcome = await onceByKey(sending.key, () => send(event, sending));
    if ('code' in outcome) redirect(303, `/suivi/${outcome.code}?nouvelle=1`);
    const { photos: _, ...kept } = sending;
    return fail(outcome.status, { ...kept, photoIds: outcome.photoIds, faults: outcome.refused });
  },
};

async function send(event: RequestEvent, sending: Sending): Promise<Outcome> {
  const { lang } = event.locals;
  const { photoIds, refused } = await uploadPhotos(event, sending);
  // Nothing is sent while the form has a fault, but what was received is kept.
  const faults = [...sending.faults, ...refused];
  if (faults.length > 0) return { refused: faults, status: 400, photoIds };

  const { draft, service } = await loadDraft(event);
  const { name, email, phone, postalAddress, preference } = sending;
  const contact = {
    ...(name && { name }),
    ...(email && { email }),
    ...(phone && { phone }),
    ...(postalAddress && { postalAddress }),
    ...(preference && { preference }),
  };
  const request: NewRequest = {
    serviceCode: service.code,
    description: sending.description,
    point: draft.point,
    address: draft.address || null,
    answers: toApiAnswers(service.questions, draft.answers),
    photoIds,
    ...(Object.keys(contact).length > 0 && { contact }),
    language: lang,
  };
  const answer = await submit(event, sending.key, request);
  if ('data' in answer) return { code: answer.data.code };
  return { refused: explainRefusal(answer, lang), status: answer.status, photoIds };
}
