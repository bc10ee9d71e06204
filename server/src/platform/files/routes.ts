import Type from 'typebox';
import { idParams, type Routes } from '../http/index.ts';
import type { Platform } from '../platform.ts';
import { commonProblems, ensure } from '../problem/index.ts';
import { fileProblems } from './problems.ts';

const Uploaded = Type.Object({
  id: Type.String(),
  type: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
  bytes: Type.Integer(),
});

/** Sending a photo before what it belongs to, and showing it. */
export const fileRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    const { files } = platform;

    app.post(
      '/files',
      {
        schema: {
          tags: ['files'],
          summary: 'Envoyer une photo (multipart, champ « file »)',
          consumes: ['multipart/form-data'],
          response: { 201: Uploaded },
        },
        config: {
          rateLimit: {
            max: 120,
            timeWindow: '1 hour',
            allowList: (request) => request.actor.kind !== 'anonymous',
          },
        },
      },
      async (request, reply) => {
        ensure(request.isMultipart(), commonProblems.unsupportedMediaType);
        const part = await request.file();
        ensure(part, fileProblems.empty);
        const view = await files.upload(request.act(), await part.toBuffer());
        return reply.code(201).send(view);
      },
    );

    app.get(
      '/files/:id',
      {
        schema: {
          tags: ['files'],
          summary: 'Voir une photo',
          params: idParams,
          querystring: Type.Object({ size: Type.Optional(Type.Enum(['full', 'thumb'])) }),
        },
      },
      async ({ territoryId, params, query }, reply) => {
        const photo = await files.read(territoryId, params.id, query.size ?? 'full');
        ensure(photo, commonProblems.notFound);
        // The content under an id never changes.
        reply.header('cache-control', 'private, max-age=31536000, immutable');
        return reply.type(photo.type).send(photo.bytes);
      },
    );
  };
