import { type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { listMessages } from './list-messages.ts';
import { ListQuery, MessagePage } from './schemas.ts';

/** What residents were written. */
export const routes =
  (platform: Platform): Routes =>
  async (app) => {
    app.addHook('onRequest', requireKnownActor);

    app.get(
      '/messages',
      {
        schema: {
          tags: ['messages'],
          summary: 'Lister les messages envoyés à propos d’une demande',
          querystring: ListQuery,
          response: { 200: MessagePage },
        },
      },
      (request) => listMessages(platform, request.act(), request.query),
    );
  };
