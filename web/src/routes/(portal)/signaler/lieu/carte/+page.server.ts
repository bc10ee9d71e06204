import { readMapSetting } from '../../../read-map-setting.ts';
import { loadDraft } from '../../load-draft.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { draft } = await loadDraft(event);
  const { bounds, basemap } = await readMapSetting(event);
  return { draft, bounds, basemap };
};
