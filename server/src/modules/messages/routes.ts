import Type from 'typebox';
import { type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeQuietHours } from './change-quiet-hours.ts';
import { letterRoutes } from './letters/routes.ts';
import { listMessages } from './list-messages.ts';
import { readQuietHours } from './quiet-hours-store.ts';
import {
  DeliveryReportBody,
  ListQuery,
  MessagePage,
  QuietHoursInput,
  QuietHoursView,
} from './schemas.ts';
import { receiveReport } from './sms/receive-report.ts';

/** What residents were written. */
export const routes =
  (platform: Platform): Routes =>
  async (app) => {
    await app.register(letterRoutes(platform));

    app.get(
      '/messages',
      {
        onRequest: requireKnownActor,
        schema: {
          tags: ['messages'],
          summary: 'Lister les messages envoyés à propos d’une demande',
          querystring: ListQuery,
          response: { 200: MessagePage },
        },
      },
      (request) => listMessages(platform, request.act(), request.query),
    );

    app.get(
      '/messages/quiet-hours',
      {
        onRequest: requireKnownActor,
        schema: {
          tags: ['messages'],
          summary: 'Quand ni SMS ni nouvelles d’une rue ne partent',
          response: { 200: QuietHoursView },
        },
      },
      ({ territoryId }) => readQuietHours(platform.db.read, territoryId),
    );

    app.put(
      '/messages/quiet-hours',
      {
        onRequest: requireKnownActor,
        schema: {
          tags: ['messages'],
          summary: 'Décide quand ni SMS ni nouvelles d’une rue ne partent',
          body: QuietHoursInput,
          response: { 200: QuietHoursView },
        },
      },
      (request) => changeQuietHours(platform, request.act(), request.body),
    );

    app.post(
      '/sms/reports',
      {
        schema: {
          tags: ['messages'],
          summary: 'Ce que la passerelle SMS sait d’un message : remis, ou non',
          headers: Type.Object({
            'x-gateway-token': Type.Optional(Type.String({ maxLength: 200 })),
          }),
          body: DeliveryReportBody,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await receiveReport(platform, request.headers['x-gateway-token'], request.body);
        return reply.code(204).send(null);
      },
    );
  };
