import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Routes } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import * as common from '../schemas.ts';
import { trackServiceRequest } from '../track-service-request.ts';
import { contestServiceRequest } from './contest-service-request.ts';
import type { FollowerOf } from './find-tracked.ts';
import { writeBack } from './hear-resident.ts';
import { rateServiceRequest } from './rate-service-request.ts';
import * as schemas from './schemas.ts';

const tags = ['service-requests'];
const isAnonymous = (request: FastifyRequest) => request.actor.kind !== 'anonymous';

/** A code has 40 bits: who guesses three hundred a minute finds none, a library shares one address. */
const CURIOSITY = {
  rateLimit: { max: 300, timeWindow: '1 minute', allowList: isAnonymous },
};
/** From one address: enough for a family that shares its network, too few for a script. */
const PATIENCE = { rateLimit: { max: 30, timeWindow: '10 minutes', allowList: isAnonymous } };

/** What becomes of a request, and what those who follow it have to say. */
export const residentRoutes =
  (platform: Platform, followerOf: FollowerOf): Routes =>
  async (app) => {
    app.get(
      '/public/tracking/:code',
      {
        config: CURIOSITY,
        schema: {
          tags,
          summary: 'Où en est une demande, avec son code de suivi',
          params: common.TrackingParams,
          querystring: Type.Object({
            plain: Type.Optional(
              Type.Boolean({ description: 'En français facile à lire et à comprendre (FALC)' }),
            ),
          }),
          response: { 200: common.TrackingView },
        },
      },
      (request) =>
        trackServiceRequest(platform, request.territoryId, followerOf, {
          ...request.params,
          ...request.query,
          language: request.act().language,
        }),
    );

    app.post(
      '/public/tracking/:code/words',
      {
        config: PATIENCE,
        schema: {
          tags,
          summary: 'Écrit à ceux qui s’occupent de la demande',
          params: common.TrackingParams,
          body: schemas.WordsBody,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const words = { ...request.params, ...request.body };
        await writeBack(platform, request.act(), followerOf, words);
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/public/tracking/:code/contest',
      {
        config: PATIENCE,
        schema: {
          tags,
          summary: 'Dit que ce n’est pas fait, et rouvre la demande',
          params: common.TrackingParams,
          body: schemas.ContestBody,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const words = { ...request.params, ...request.body };
        await contestServiceRequest(platform, request.act(), followerOf, words);
        return reply.code(204).send(null);
      },
    );

    app.post(
      '/public/tracking/:code/rating',
      {
        config: PATIENCE,
        schema: {
          tags,
          summary: 'Répond à l’unique question de satisfaction',
          params: common.TrackingParams,
          body: schemas.RatingBody,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const rating = { ...request.params, ...request.body };
        await rateServiceRequest(platform, request.act(), followerOf, rating);
        return reply.code(204).send(null);
      },
    );
  };
