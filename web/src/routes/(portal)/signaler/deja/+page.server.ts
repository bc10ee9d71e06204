import { redirect } from '@sveltejs/kit';
import { readIfPossible } from '../../api.ts';
import { pictureUrl } from '../../map-view.ts';
import { stepUrl } from '../draft.ts';
import { loadDraft } from '../load-draft.ts';
import type { PageServerLoad } from './$types.js';

/** Metres under which two pins would hide each other. */
const TOGETHER = 4;
const PICTURE = { width: 320, height: 160, zoom: 17.5 };

/** What was likely reported already; without anything likely, straight on to the last step. */
export const load: PageServerLoad = async (event) => {
  const { draft } = await loadDraft(event);
  const { point } = draft;
  const answer =
    point &&
    (await readIfPossible(event, '/api/v1/public/duplicates', {
      query: { serviceCode: draft.service, ...point, q: draft.words },
    }));
  const items = answer?.items ?? [];
  if (!point || items.length === 0) redirect(303, stepUrl('/signaler/envoi', draft));
  return {
    draft,
    duplicates: items.map((item) => ({
      ...item,
      picture:
        item.point &&
        pictureUrl(
          { center: item.point, ...PICTURE },
          item.metres < TOGETHER ? [item.point] : [item.point, point],
        ),
      size: PICTURE,
    })),
  };
};
