import { type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { readOverview } from './read-overview.ts';
import { Overview, OverviewQuery } from './schemas.ts';

/** Figures about requests, never about people. */
export const routes =
  (platform: Platform): Routes =>
  async (app) => {
    app.addHook('onRequest', requireKnownActor);

    app.get(
      '/indicators/overview',
      {
        schema: {
          tags: ['indicators'],
          summary: 'Lire les indicateurs d’une période',
          querystring: OverviewQuery,
          response: { 200: Overview },
        },
      },
      (request) => readOverview(platform, request, request.query),
    );
  };
