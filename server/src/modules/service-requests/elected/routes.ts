import { type Routes, requireKnownActor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readArea } from './read-area.ts';
import { AreaQuery, AreaView } from './schemas.ts';

/** Facts for elected officials. */
export const electedRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    app.get(
      '/elected/area',
      {
        onRequest: requireKnownActor,
        schema: {
          tags: ['service-requests'],
          summary: 'Ce que vivent les habitants de vos communes, et ce qu’on peut leur répondre',
          querystring: AreaQuery,
          response: { 200: AreaView },
        },
      },
      ({ territoryId, actor, query }) => readArea(platform, territoryId, actor, query),
    );
  };
