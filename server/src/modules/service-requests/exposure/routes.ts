import { type Routes, requireKnownActor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readPriorityGrid } from '../catalogue-store.ts';
import { PriorityGridInput, PriorityGridView } from '../schemas.ts';
import { changePriorityGrid, type PriorityRule } from './change-priority-grid.ts';
import { readWeights } from './store.ts';

const tags = ['service-requests'];

/** The territory's grid: severity × urgency × exposure → priority. */
export const exposureRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    app.get(
      '/priority-grid',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'La grille des priorités de ce territoire, et ce qui expose',
          response: { 200: PriorityGridView },
        },
      },
      async ({ territoryId }) => {
        const { read } = platform.db;
        const [grid, setting] = await Promise.all([
          readPriorityGrid(read, territoryId),
          readWeights(read, territoryId),
        ]);
        return view({ grid, ...setting });
      },
    );

    app.put(
      '/priority-grid',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Change la grille et ce qui expose ; les demandes ouvertes changent avec',
          body: PriorityGridInput,
          response: { 200: PriorityGridView },
        },
      },
      async (request) => view(await changePriorityGrid(platform, request.act(), request.body)),
    );
  };

const view = ({ grid, weights, version }: PriorityRule) => ({
  grid: grid.map((layer) => layer.map((row) => [...row])),
  weights,
  version,
});
