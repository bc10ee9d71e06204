import { type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { mayAskTravelTimes } from './policy.ts';
import { TravelTimesBody, TravelTimesView } from './schemas.ts';
import { travelTimes } from './travel-times.ts';

const tags = ['travel'];

/** Travel times, for those who plan. */
export const routes =
  (platform: Platform): Routes =>
  async (app) => {
    app.addHook('onRequest', requireKnownActor);

    app.post(
      '/travel-times',
      {
        schema: {
          tags,
          summary: 'Dit combien de temps un véhicule met entre des lieux',
          body: TravelTimesBody,
          response: { 200: TravelTimesView },
        },
      },
      async (request) => {
        ensure(mayAskTravelTimes(request.act().actor));
        const { places } = request.body;
        const table = await travelTimes(platform, request.territoryId, request.body);
        return {
          source: table.source,
          seconds: rowsOf(table.seconds, places.length),
          metres: rowsOf(table.metres, places.length),
        };
      },
    );
  };

/** Whole seconds and metres are all that anybody knows. */
function rowsOf(cells: Float32Array, width: number): (number | null)[][] {
  return Array.from({ length: width }, (_, row) =>
    Array.from(cells.subarray(row * width, (row + 1) * width), (cell) =>
      Number.isFinite(cell) ? Math.round(cell) : null,
    ),
  );
}
