import { type Routes, revalidate } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { findArea } from './find-area.ts';
import { AreaParams, AreaQuery, Areas, AreaView } from './schemas.ts';
import { areasAt, searchAreas } from './search-areas.ts';

const tags = ['places'];

/** What may be followed as a whole: streets, parks, communes. */
export const areaRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    const { read } = platform.db;
    app.addHook('onSend', revalidate);

    app.get(
      '/places/areas',
      {
        schema: {
          tags,
          summary: 'Cherche une rue, un parc ou une commune par son nom, ou ceux d’un point',
          querystring: AreaQuery,
          response: { 200: Areas },
        },
      },
      async ({ territoryId, query }) => {
        const { q = '', lat, long } = query;
        const items =
          lat !== undefined && long !== undefined
            ? await areasAt(platform, read, territoryId, { lat, long })
            : await searchAreas(platform, read, territoryId, q);
        return { items, nextCursor: null };
      },
    );

    app.get(
      '/places/areas/:kind/:id',
      {
        schema: {
          tags,
          summary: 'Une rue, un parc ou une commune',
          params: AreaParams,
          response: { 200: AreaView },
        },
      },
      async ({ territoryId, params: { kind, id } }) => {
        const area = await findArea(platform, read, territoryId, kind, id);
        ensure(area, commonProblems.notFound);
        return area;
      },
    );
  };
