import { type Routes, requireKnownActor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { catalogueOf } from '../offered-services.ts';
import { PriorityGridInput, PriorityGridView } from '../schemas.ts';
import { changePriorityGrid } from './change-priority-grid.ts';

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
          summary: 'La grille des priorités de ce territoire',
          response: { 200: PriorityGridView },
        },
      },
      async ({ territoryId }) => {
        const { grid } = await catalogueOf(platform, territoryId);
        return { grid: grid.map((layer) => layer.map((row) => [...row])) };
      },
    );

    app.put(
      '/priority-grid',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Change la grille des priorités, et celle des demandes ouvertes avec elle',
          body: PriorityGridInput,
          response: { 200: PriorityGridView },
        },
      },
      async (request) => {
        const { grid } = await changePriorityGrid(platform, request.act(), request.body.grid);
        return { grid: grid.map((layer) => layer.map((row) => [...row])) };
      },
    );
  };
