import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  idParams,
  pageQuery,
  type Routes,
  requireKnownActor,
  revalidate,
} from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ModerationQueue, PublicRequestView } from '../schemas.ts';
import { changePublicSetting } from './change-setting.ts';
import { flagPublicCopy } from './flag-public-copy.ts';
import { listModerationQueue } from './list-moderation-queue.ts';
import { readPublicPhoto, readPublicRequest } from './read-public-request.ts';
import { readSetting } from './read-setting.ts';
import * as schemas from './schemas.ts';

const tags = ['public-copies'];
/** From one address: a reader flags a thing or two, a vandal more. */
const FLAGS = {
  rateLimit: {
    max: 20,
    timeWindow: '1 hour',
    allowList: (request: FastifyRequest) => request.actor.kind !== 'anonymous',
  },
};
/** What changes is seen within a minute; what is hidden is gone as soon. */
const FRESH = 'public, max-age=60';

/** What everyone may read of the requests, and who decides it. */
export const publicCopyRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    app.get(
      '/public/service-requests/:id',
      {
        onSend: revalidate,
        schema: {
          tags,
          summary: 'Une demande telle que tout le monde peut la lire',
          params: idParams,
          response: { 200: PublicRequestView },
        },
      },
      async (request, reply) => {
        const { territoryId, params } = request;
        const { language } = request.act();
        const view = await readPublicRequest(platform, territoryId, params.id, language);
        reply.header('cache-control', FRESH).header('vary', 'accept-language');
        return view;
      },
    );

    app.get(
      '/public/service-requests/:id/photos/:photoId',
      {
        schema: {
          tags,
          summary: 'Une photo d’une demande, tant qu’elle est publique',
          params: schemas.PublicPhotoParams,
          querystring: schemas.PhotoQuery,
        },
      },
      async ({ territoryId, params, query }, reply) => {
        const { id, photoId } = params;
        const { size = 'full' } = query;
        const photo = await readPublicPhoto(platform, territoryId, { id, photoId, size });
        return reply.header('cache-control', FRESH).type(photo.type).send(photo.bytes);
      },
    );

    app.post(
      '/public/service-requests/:id/flags',
      {
        config: FLAGS,
        schema: {
          tags,
          summary: 'Signale un texte ou une photo qui ne devrait pas être public',
          params: idParams,
          body: schemas.FlagBody,
          response: { 200: schemas.FlaggedView },
        },
      },
      (request) => flagPublicCopy(platform, request.act(), { ...request.params, ...request.body }),
    );

    app.get(
      '/public-copies/to-read',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'À relire avant publication',
          querystring: Type.Object(pageQuery),
          response: { 200: ModerationQueue },
        },
      },
      ({ territoryId, actor, query }) => listModerationQueue(platform, territoryId, actor, query),
    );

    app.get(
      '/public-copies/setting',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Ce que ce territoire publie de ses demandes',
          response: { 200: schemas.PublicSettingView },
        },
      },
      ({ territoryId }) => readSetting(platform.db.read, territoryId),
    );

    app.put(
      '/public-copies/setting',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Décide ce que ce territoire publie de ses demandes',
          body: schemas.PublicSettingInput,
          response: { 200: schemas.PublicSettingView },
        },
      },
      (request) => changePublicSetting(platform, request.act(), request.body),
    );
  };
