import { callApi } from '#lib/api/server.ts';
import type { PageServerLoad } from './$types.js';
import { groupByTag, type OpenApi } from './group-by-tag.ts';

/** One theme at a time: the whole would be a page of two thousand elements. */
export const load: PageServerLoad = async (event) => {
  // The description is not part of what it describes: it is read as it stands.
  const description = (await callApi(event, '/api/v1/openapi.json')).body as OpenApi;
  const groups = groupByTag(description);
  const wanted = event.url.searchParams.get('theme');
  const shown = groups.find(({ tag }) => tag === wanted) ?? groups[0];
  return {
    themes: groups.map(({ tag, operations }) => ({ tag, count: operations.length })),
    shown: shown ?? { tag: '', operations: [] },
  };
};
