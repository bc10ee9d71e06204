import type { Routes } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { areaRoutes } from './areas/routes.ts';
import { holdingRoutes } from './holdings/routes.ts';
import { locate } from './locate.ts';
import { mapRoutes } from './map/map-routes.ts';
import { NearestView, Places, PointQuery, SearchQuery } from './schemas.ts';
import { searchPlaces } from './search-places.ts';

const tags = ['places'];

/** The gazetteer and the base map, both public. */
export const routes =
  (platform: Platform): Routes =>
  async (app) => {
    const { read } = platform.db;

    app.get(
      '/places',
      {
        schema: {
          tags,
          summary: 'Cherche une adresse, une rue, un lieu ou une commune',
          querystring: SearchQuery,
          response: { 200: Places },
        },
      },
      async ({ territoryId, query }) => {
        const { q: text, lat, long, limit } = query;
        const near = lat !== undefined && long !== undefined ? { lat, long } : undefined;
        const items = await searchPlaces(platform, read, territoryId, { text, near, limit });
        return { items, nextCursor: null };
      },
    );

    app.get(
      '/places/nearest',
      {
        schema: {
          tags,
          summary: 'Dit où se trouve un point : adresse, rue, commune',
          querystring: PointQuery,
          response: { 200: NearestView },
        },
      },
      async ({ territoryId, query }) => locate(platform, read, territoryId, query),
    );

    await app.register(areaRoutes(platform));
    await app.register(holdingRoutes(platform));
    await app.register(mapRoutes(platform));
  };
