import type { FastifyReply } from 'fastify';
import { idParams, type Routes, requireKnownActor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { listLetters } from './list-letters.ts';
import { markLettersPrinted, printAnswer, printLetters } from './print-letters.ts';
import * as schemas from './schemas.ts';

const tags = ['messages'];

/** Letters: which are to print, the file to print, and saying that it is done. */
export const letterRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    app.addHook('onRequest', requireKnownActor);

    app.get(
      '/letters',
      {
        schema: {
          tags,
          summary: 'Les courriers à imprimer de vos organismes, ou ceux qui l’ont été',
          querystring: schemas.LettersQuery,
          response: { 200: schemas.LetterPage },
        },
      },
      (request) => listLetters(platform, request.act(), request.query),
    );

    app.get(
      '/letters/print',
      { schema: { tags, summary: 'Un fichier PDF de courriers', querystring: schemas.PrintQuery } },
      async (request, reply) => {
        const { ids, duplex = false } = request.query;
        return pdf(
          reply,
          await printLetters(platform, request.act(), { ids: ids.split(','), duplex }),
        );
      },
    );

    app.post(
      '/letters/printed',
      {
        schema: {
          tags,
          summary: 'Déclare des courriers imprimés ; le redire ne change rien',
          body: schemas.PrintedBody,
          response: { 200: schemas.PrintedView },
        },
      },
      (request) => markLettersPrinted(platform, request.act(), request.body.ids),
    );

    app.get(
      '/service-requests/:id/answer.pdf',
      {
        schema: {
          tags,
          summary: 'La dernière réponse à une demande, en lettre PDF',
          params: idParams,
        },
      },
      async (request, reply) =>
        pdf(reply, await printAnswer(platform, request.act(), request.params.id)),
    );
  };

/** Opens in the browser's own reader; kept nowhere: it holds an address. */
function pdf(reply: FastifyReply, file: Buffer) {
  return reply
    .type('application/pdf')
    .header('content-disposition', 'inline; filename="courriers.pdf"')
    .header('cache-control', 'no-store')
    .send(file);
}
