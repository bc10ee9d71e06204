import Type from 'typebox';
import { holdsAnywhere } from '../../../platform/acts/index.ts';
import { idParams, type Routes, requireKnownActor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { LEARN } from './learn-services.ts';
import { LEAST_EXAMPLES } from './lesson.ts';
import * as schemas from './schemas.ts';
import { newestClassifier } from './store.ts';
import { suggestForRequest, suggestForText } from './suggest.ts';

const tags = ['services'];

/** What words speak of; and, for administrators, what these suggestions are worth. */
export const suggestionRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    app.get(
      '/services/suggestions',
      {
        schema: {
          tags,
          summary: 'Les prestations dont parlent quelques mots',
          querystring: schemas.SuggestionsQuery,
          response: { 200: schemas.Suggestions },
        },
      },
      ({ territoryId, query }) => suggestForText(platform, territoryId, query.q),
    );

    app.get(
      '/service-requests/:id/suggestions',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Les prestations dont parle une demande',
          params: idParams,
          response: { 200: schemas.Suggestions },
        },
      },
      ({ territoryId, actor, params }) =>
        suggestForRequest(platform, territoryId, actor, params.id),
    );

    app.get(
      '/services/classifier',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Ce que valent les suggestions de prestations',
          response: { 200: schemas.ClassifierView },
        },
      },
      async ({ territoryId, actor }) => {
        ensure(holdsAnywhere(actor, 'administrator'));
        const newest = await newestClassifier(platform.db.read, territoryId);
        return {
          least: LEAST_EXAMPLES,
          current: newest ? { ...newest, trainedAt: newest.trainedAt.toISOString() } : null,
        };
      },
    );

    app.post(
      '/services/classifier/retrain',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Réapprend les suggestions, en arrière-plan',
          response: { 202: Type.Object({}) },
        },
      },
      async (request, reply) => {
        ensure(holdsAnywhere(request.actor, 'administrator'));
        const { territoryId } = request;
        await platform.perform(request.act(), async (tx) => {
          await platform.events.later(tx, LEARN, { territoryId });
          return {};
        });
        return reply.code(202).send({});
      },
    );
  };
