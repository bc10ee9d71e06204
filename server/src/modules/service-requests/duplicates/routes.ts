import type { FastifyRequest } from 'fastify';
import { type Routes, requireKnownActor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readRules, setRules } from './duplicate-rules.ts';
import { lookUpDuplicates, lookUpPublicDuplicates } from './look-up-duplicates.ts';
import * as schemas from './schemas.ts';

const tags = ['service-requests'];

/** From one address: a report asks once, a library shares one address, a script asks more. */
const CURIOSITY = {
  rateLimit: {
    max: 120,
    timeWindow: '1 minute',
    allowList: (request: FastifyRequest) => request.actor.kind !== 'anonymous',
  },
};

/** What may have been reported already: for who deals with requests, and for who is about to report. */
export const duplicateRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    app.get(
      '/service-requests/duplicates',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Les demandes qui concernent peut-être le même problème',
          querystring: schemas.DeskDuplicatesQuery,
          response: { 200: schemas.Duplicates },
        },
      },
      async ({ territoryId, actor, query }) => ({
        items: await lookUpDuplicates(platform, territoryId, actor, query),
      }),
    );

    app.get(
      '/public/duplicates',
      {
        config: CURIOSITY,
        schema: {
          tags,
          summary: 'Ce qui a peut-être été déjà signalé, sans rien de personnel',
          querystring: schemas.DuplicatesQuery,
          response: { 200: schemas.PublicDuplicates },
        },
      },
      async (request) => ({
        items: await lookUpPublicDuplicates(
          platform,
          request.territoryId,
          request.query,
          request.act().language,
        ),
      }),
    );

    app.get(
      '/duplicate-rules',
      {
        onRequest: requireKnownActor,
        schema: {
          tags: ['services'],
          summary: 'Le rayon et l’âge des doublons de chaque prestation',
          response: { 200: schemas.DuplicateRules },
        },
      },
      ({ territoryId }) => readRules(platform, territoryId),
    );

    app.put(
      '/duplicate-rules',
      {
        onRequest: requireKnownActor,
        schema: {
          tags: ['services'],
          summary: 'Règle les doublons ; une prestation non citée reprend nos valeurs',
          body: schemas.SetDuplicateRules,
          response: { 200: schemas.DuplicateRules },
        },
      },
      (request) => setRules(platform, request.act(), request.body.items),
    );
  };
