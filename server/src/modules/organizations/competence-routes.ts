import type { Tx } from '../../platform/db/index.ts';
import type { Point } from '../../platform/geo/index.ts';
import type { Routes } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findCompetent } from './find-competent.ts';
import type { RoadClass } from './model.ts';
import { CompetenceQuery, CompetenceView } from './schemas.ts';

/** What other modules know of a place and of a service: given by the wiring, since they read us. */
export interface CompetenceSources {
  locate(
    platform: Platform,
    tx: Tx,
    territoryId: string,
    point: Point,
  ): Promise<{
    street: string | null;
    roadClass: RoadClass | null;
    roadNumber: string | null;
    builtUp: boolean | null;
  }>;
  /** Null when there is no such service. */
  serviceGroupOf(
    platform: Platform,
    territoryId: string,
    serviceCode: string,
  ): Promise<string | null>;
}

/** Who is competent for a service at a place: shown to a resident before anything is sent. */
export const competenceRoutes =
  (platform: Platform, { locate, serviceGroupOf }: CompetenceSources): Routes =>
  async (app) => {
    app.get(
      '/competence',
      {
        schema: {
          tags: ['organizations'],
          summary: 'Qui est compétent, et pourquoi',
          querystring: CompetenceQuery,
          response: { 200: CompetenceView },
        },
      },
      async ({ territoryId, query }) => {
        const { read } = platform.db;
        const { serviceCode, lat, long } = query;
        const point = { lat, long };
        const [place, serviceGroup] = await Promise.all([
          locate(platform, read, territoryId, point),
          serviceGroupOf(platform, territoryId, serviceCode),
        ]);
        const { street, roadClass, roadNumber, builtUp } = place;
        const at = platform.clock.now();
        const question = { serviceCode, serviceGroup, point, roadClass, roadNumber, builtUp, at };
        const found = await findCompetent(platform, read, territoryId, question);
        return { ...found, roadClass, street };
      },
    );
  };
