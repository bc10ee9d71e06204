import { CSV_TYPE } from '../../platform/csv/index.ts';
import { type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { readOverview } from './read-overview.ts';
import { Overview, OverviewQuery, TableQuery } from './schemas.ts';
import { tellTable } from './tell-table.ts';

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

    app.get(
      '/indicators/figures.csv',
      {
        schema: {
          tags: ['indicators'],
          summary: 'Les indicateurs d’une période par prestation ou par organisme, pour un tableur',
          querystring: TableQuery,
          produces: [CSV_TYPE],
        },
      },
      async (request, reply) => {
        const { by, ...query } = request.query;
        const overview = await readOverview(platform, request, query);
        return reply
          .type(CSV_TYPE)
          .header(
            'content-disposition',
            `attachment; filename="indicateurs-${overview.from}-${overview.to}.csv"`,
          )
          .header('cache-control', 'no-store')
          .send(tellTable(overview, by));
      },
    );
  };
