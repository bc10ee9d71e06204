import { idParams, type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import * as schemas from './schemas.ts';
import { readServer, setServer, tryServer } from './set-server.ts';

const tags = ['open311-client'];

/** Where organizations take requests by Open311. */
export const routes =
  (platform: Platform): Routes =>
  async (app) => {
    app.addHook('onRequest', requireKnownActor);

    app.get(
      '/organizations/:id/open311-server',
      {
        schema: {
          tags,
          summary: 'Le serveur Open311 d’un organisme',
          params: idParams,
          response: { 200: schemas.ServerView },
        },
      },
      (request) => readServer(platform, request.act(), request.params.id),
    );

    app.put(
      '/organizations/:id/open311-server',
      {
        schema: {
          tags,
          summary: 'Dit où un organisme reçoit les demandes par Open311',
          params: idParams,
          body: schemas.SetServerBody,
          response: { 200: schemas.ServerView },
        },
      },
      (request) =>
        setServer(platform, request.act(), { organizationId: request.params.id, ...request.body }),
    );

    app.post(
      '/organizations/:id/open311-server/try',
      {
        schema: {
          tags,
          summary: 'Demande à un serveur Open311 ce qu’on peut y signaler',
          params: idParams,
          body: schemas.TryServerBody,
          response: { 200: schemas.TheirServices },
        },
      },
      (request) =>
        tryServer(platform, request.act(), { organizationId: request.params.id, ...request.body }),
    );
  };
