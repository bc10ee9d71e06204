import { read } from '../../api.ts';
import type { PageServerLoad } from './$types.js';
import { groupByTag, type OpenApi } from './group-by-tag.ts';

export const load: PageServerLoad = async (event) => ({
  tags: groupByTag(await read<OpenApi>(event, '/openapi.json')),
});
