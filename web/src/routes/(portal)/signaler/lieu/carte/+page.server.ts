import { read, type Territory } from '../../../api.ts';
import { loadDraft } from '../../load-draft.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const { draft } = await loadDraft(event);
  const { bounds, basemap } = await read<Territory>(event, '/territory');
  return { draft, bounds, basemap };
};
