import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { idParams, type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { decideMessages } from './decide-messages.ts';
import { listInbound, readInboundMessage } from './list-inbound.ts';
import { listMailboxTroubles } from './list-mailbox-troubles.ts';
import { type Document, readAttachment, readRaw, readWhole } from './read-documents.ts';
import { receiveSms } from './receive-sms.ts';
import { receiveSocial } from './receive-social.ts';
import { addScan, registerLetter } from './register-letter.ts';
import * as schemas from './schemas.ts';

const tags = ['intake'];

/** What reaches the town without a form: to see and sort it, and the doors of letters and programs. */
export const routes =
  (platform: Platform): Routes =>
  async (app) => {
    app.addHook('onRequest', requireKnownActor);

    app.get(
      '/intake/messages',
      {
        schema: {
          tags,
          summary: 'Les messages reçus',
          querystring: schemas.ListQuery,
          response: { 200: schemas.InboundPage },
        },
      },
      (request) => listInbound(platform, request.act(), request.query),
    );

    app.get(
      '/intake/mailbox-troubles',
      {
        schema: {
          tags,
          summary: 'Les boîtes de courriel qui ne peuvent pas être lues',
          response: { 200: schemas.MailboxTroubles },
        },
      },
      (request) => listMailboxTroubles(platform, request.act()),
    );

    app.get(
      '/intake/messages/:id',
      {
        schema: {
          tags,
          summary: 'Un message reçu',
          params: idParams,
          response: { 200: schemas.InboundDetail },
        },
      },
      (request) => readInboundMessage(platform, request.act(), request.params.id),
    );

    app.get(
      '/intake/messages/:id/whole',
      {
        schema: {
          tags,
          summary: 'Le message entier, avant toute coupe',
          params: idParams,
          response: { 200: schemas.WholeMail },
        },
      },
      (request) => readWhole(platform, request.act(), request.params.id),
    );

    app.get(
      '/intake/messages/:id/raw',
      { schema: { tags, summary: 'Télécharger le message d’origine', params: idParams } },
      async (request, reply) =>
        download(reply, await readRaw(platform, request.act(), request.params.id)),
    );

    app.get(
      '/intake/messages/:id/attachments/:attachmentId',
      {
        schema: {
          tags,
          summary: 'Télécharger une pièce jointe',
          params: Type.Object({
            ...idParams.properties,
            attachmentId: Type.String({ format: 'uuid' }),
          }),
        },
      },
      async (request, reply) => {
        const { id, attachmentId } = request.params;
        return download(reply, await readAttachment(platform, request.act(), id, attachmentId));
      },
    );

    app.post(
      '/intake/messages/decide',
      {
        schema: {
          tags,
          summary: 'Décider ce que deviennent des messages',
          body: schemas.DecideBody,
          response: { 200: schemas.Decided },
        },
      },
      (request) => decideMessages(platform, request.act(), request.body),
    );

    app.post(
      '/intake/letters/scans',
      {
        schema: {
          tags,
          summary: 'Envoyer une page de courrier numérisée (multipart, champ « file »)',
          consumes: ['multipart/form-data'],
          querystring: schemas.ScanQuery,
          response: { 201: schemas.Scan },
        },
      },
      async (request, reply) => {
        ensure(request.isMultipart(), commonProblems.unsupportedMediaType);
        const part = await request.file();
        ensure(part, commonProblems.unsupportedMediaType);
        const scan = { name: part.filename ?? '', content: await part.toBuffer() };
        return reply
          .code(201)
          .send(await addScan(platform, request.act(), request.query.key, scan));
      },
    );

    app.post(
      '/intake/letters',
      {
        schema: {
          tags,
          summary: 'Enregistrer un courrier',
          body: schemas.LetterBody,
          response: { 201: schemas.RegisteredLetter },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await registerLetter(platform, request.act(), request.body)),
    );

    app.post(
      '/intake/sms',
      {
        schema: {
          tags,
          summary: 'Remettre un SMS reçu (passerelle)',
          body: schemas.SmsBody,
          response: { 202: schemas.Accepted },
        },
      },
      async (request, reply) =>
        reply.code(202).send(await receiveSms(platform, request.act(), request.body)),
    );

    app.post(
      '/intake/social',
      {
        schema: {
          tags,
          summary: 'Remettre une publication d’un réseau social (partenaire)',
          body: schemas.SocialBody,
          response: { 202: schemas.Accepted },
        },
      },
      async (request, reply) =>
        reply.code(202).send(await receiveSocial(platform, request.act(), request.body)),
    );
  };

/**
 * Sends what somebody sent us so that no browser ever opens it here: as a download, of a type that
 * we told ourselves, in a sandbox (RFC 6266, CSP 3 §6.3).
 */
function download(reply: FastifyReply, { name, type, content }: Document) {
  const plain = name.replace(/[^\w.-]+/g, '_').slice(-100) || 'document';
  return reply
    .type(type)
    .header(
      'content-disposition',
      `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`,
    )
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(content);
}

const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
