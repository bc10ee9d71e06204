import { dispatch } from '#lib/api/server.ts';
import type { PageServerLoad } from './$types.js';
import { groupByTag, type OpenApi } from './group-by-tag.ts';

/** The description is not part of what it describes: it is read as it stands. */
export const load: PageServerLoad = async (event) => {
  const url = new URL('/api/v1/openapi.json', event.url.origin);
  const description = (await (await dispatch(event, new Request(url))).json()) as OpenApi;
  return { tags: groupByTag(description) };
};
