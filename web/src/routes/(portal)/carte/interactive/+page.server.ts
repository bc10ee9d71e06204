import { readMapSetting } from '../../read-map-setting.ts';
import { filtersQuery, readFilters, toApi } from '../filters.ts';
import { loadChoices } from '../load-choices.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async (event) => {
  const filters = readFilters(event.url.searchParams);
  const [choices, { bounds, basemap }] = await Promise.all([
    loadChoices(event),
    readMapSetting(event),
  ]);
  return {
    ...choices,
    filters,
    query: toApi(filters),
    bounds,
    basemap,
    plain: `/carte${filtersQuery(filters)}`,
  };
};
