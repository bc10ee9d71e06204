import type { FastifyRequest } from 'fastify';
import { type Routes, requireKnownActor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { listRequestsOfCaller } from './list-requests-of-caller.ts';
import { CallerQuery, CallerRequests } from './schemas.ts';

/** Of one account: a desk types a few numbers a minute, a curious script many more. */
const CURIOSITY = {
  rateLimit: {
    max: 60,
    timeWindow: '1 minute',
    keyGenerator: ({ actor, ip }: FastifyRequest) => actor.id ?? ip,
  },
};

/** Who calls again, for who answers the telephone. */
export const callerRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    app.get(
      '/service-requests/of-contact',
      {
        config: CURIOSITY,
        onRequest: requireKnownActor,
        schema: {
          tags: ['service-requests'],
          summary: 'Les demandes de la personne qui a ce numéro ou cette adresse',
          querystring: CallerQuery,
          response: { 200: CallerRequests },
        },
      },
      async ({ territoryId, actor, query }) => ({
        items: await listRequestsOfCaller(platform, territoryId, actor, query),
      }),
    );
  };
