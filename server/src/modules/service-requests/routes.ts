import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { idParams, type Routes, requireKnownActor, revalidate } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { callerRoutes } from './callers/routes.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { commandRoutes } from './command-routes.ts';
import { commitmentRoutes } from './commitments/routes.ts';
import { countQueues } from './count-queues.ts';
import { duplicateRoutes } from './duplicates/routes.ts';
import { electedRoutes } from './elected/routes.ts';
import { exposureRoutes } from './exposure/routes.ts';
import { feedRoutes } from './feeds/routes.ts';
import { readBox, readFilters } from './filters.ts';
import { handOverRoutes } from './hand-over/routes.ts';
import { listPublicRequests } from './list-public-requests.ts';
import { listServiceRequests, reachOf } from './list-service-requests.ts';
import { mapServiceRequests } from './map-service-requests.ts';
import { mayList, scopeOf } from './policy.ts';
import { windowOf } from './public-copy/public-window.ts';
import { readSetting } from './public-copy/read-setting.ts';
import { publicCopyRoutes } from './public-copy/routes.ts';
import { readServiceRequest, readTimeline } from './read-service-request.ts';
import type { FollowerOf } from './residents/find-tracked.ts';
import { residentRoutes } from './residents/routes.ts';
import { forgetView, listSavedViews, saveView } from './saved-views.ts';
import * as schemas from './schemas.ts';
import { submitServiceRequest } from './submit-service-request.ts';
import { suggestionRoutes } from './suggestions/routes.ts';

const tags = ['service-requests'];
/** From one address: a resident reports once, a school class thirty times, a script more. */
const PATIENCE = {
  rateLimit: {
    max: 60,
    timeWindow: '1 minute',
    allowList: (request: FastifyRequest) => request.actor.kind !== 'anonymous',
  },
};

/**
 * Reports, for residents and for the people who deal with them.
 *
 * @param followerOf - which request a follower's key opens: another module's to say
 */
export const routes =
  (platform: Platform, { followerOf }: { followerOf: FollowerOf }): Routes =>
  async (app) => {
    const { read } = platform.db;
    await app.register(suggestionRoutes(platform));
    await app.register(catalogueRoutes(platform));
    await app.register(commandRoutes(platform));
    await app.register(commitmentRoutes(platform));
    await app.register(publicCopyRoutes(platform));
    await app.register(callerRoutes(platform));
    await app.register(duplicateRoutes(platform));
    await app.register(handOverRoutes(platform));
    await app.register(residentRoutes(platform, followerOf));
    await app.register(feedRoutes(platform, followerOf));
    await app.register(exposureRoutes(platform));
    await app.register(electedRoutes(platform));

    app.post(
      '/service-requests',
      {
        config: PATIENCE,
        schema: {
          tags,
          summary: 'Fait un signalement',
          body: schemas.CreateServiceRequest,
          response: { 201: schemas.SubmittedView },
        },
      },
      async (request, reply) => {
        const { channel, language, ...body } = request.body;
        const act = request.act();
        const submitted = await submitServiceRequest(platform, act, {
          point: null,
          address: null,
          answers: {},
          photoIds: [],
          ...body,
          channel: channel ?? 'web',
          language: language ?? act.language,
        });
        return reply.code(201).send(submitted);
      },
    );

    app.get(
      '/service-requests',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Les demandes de vos organismes',
          querystring: schemas.ListQuery,
          response: { 200: schemas.RequestPage },
        },
      },
      ({ territoryId, actor, query }) => listServiceRequests(platform, territoryId, actor, query),
    );

    app.get(
      '/service-requests/queues',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Combien de vos demandes attendent quelque chose d’une personne',
          response: { 200: schemas.QueuesView },
        },
      },
      ({ territoryId, actor }) => countQueues(platform, territoryId, actor),
    );

    app.get(
      '/service-requests/map',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Les demandes d’une partie de la carte, une à une ou regroupées',
          querystring: schemas.MapQuery,
          response: { 200: schemas.MapFeatures },
        },
      },
      ({ territoryId, actor, query }) => {
        ensure(mayList(actor));
        const reach = reachOf(scopeOf(actor), query.organizationId);
        const filters = { ...readFilters(query, platform.clock.now()), box: readBox(query.bbox) };
        return mapServiceRequests(read, territoryId, reach, filters, query.zoom);
      },
    );

    app.get(
      '/service-requests/:id',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Une demande',
          params: idParams,
          response: { 200: schemas.RequestDetail },
        },
      },
      ({ territoryId, actor, params }) =>
        readServiceRequest(platform, territoryId, actor, params.id),
    );

    app.get(
      '/service-requests/:id/timeline',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'L’histoire d’une demande',
          params: idParams,
          response: { 200: schemas.TimelineView },
        },
      },
      async ({ territoryId, actor, params }) => ({
        items: await readTimeline(platform, territoryId, actor, params.id),
      }),
    );

    app.get(
      '/public/service-requests',
      {
        onSend: revalidate,
        schema: {
          tags,
          summary: 'Ce qui a été signalé, sans rien de personnel',
          querystring: schemas.PublicListQuery,
          response: { 200: schemas.PublicRequestPage },
        },
      },
      ({ territoryId, query }, reply) => {
        reply.header('cache-control', 'public, max-age=60');
        return listPublicRequests(platform, territoryId, query);
      },
    );

    app.get(
      '/public/service-requests/map',
      {
        onSend: revalidate,
        schema: {
          tags,
          summary: 'La carte de ce qui a été signalé',
          querystring: schemas.PublicMapQuery,
          response: { 200: schemas.MapFeatures },
        },
      },
      async ({ territoryId, query }, reply) => {
        const window = windowOf(await readSetting(read, territoryId), platform.clock.now());
        const filters = {
          ...readFilters(query, platform.clock.now()),
          box: readBox(query.bbox),
          window,
        };
        reply.header('cache-control', 'public, max-age=60');
        return mapServiceRequests(read, territoryId, 'everyone', filters, query.zoom);
      },
    );

    app.get(
      '/saved-views',
      {
        onRequest: requireKnownActor,
        schema: { tags, summary: 'Vos vues enregistrées', response: { 200: schemas.SavedViews } },
      },
      async ({ territoryId, actor }) => ({
        items: await listSavedViews(read, territoryId, actor),
      }),
    );

    app.post(
      '/saved-views',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Enregistre une vue',
          body: schemas.SavedViewInput,
          response: { 201: schemas.SavedViewView },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await saveView(platform, request.act(), request.body)),
    );

    app.delete(
      '/saved-views/:id',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Oublie une vue',
          params: idParams,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) =>
        reply.code(204).send(await forgetView(platform, request.act(), request.params.id)),
    );
  };
