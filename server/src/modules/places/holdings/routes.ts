import type { FastifyRequest } from 'fastify';
import { holdsAnywhere } from '../../../platform/acts/index.ts';
import { idParams, limitOf, type Routes, requireKnownActor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { addHolding } from './add-holding.ts';
import { correctHolding } from './correct-holding.ts';
import { textOfFile } from './file-text.ts';
import { findHoldings } from './find-holdings.ts';
import { importHoldings } from './import-holdings.ts';
import { previewHoldings } from './preview-holdings.ts';
import { removeHolding } from './remove-holding.ts';
import * as schemas from './schemas.ts';

const tags = ['places'];

/** Of which class a street is, and whose a street or an asset is, as the town says. */
export const holdingRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    app.addHook('onRequest', requireKnownActor);
    app.addHook('preHandler', async ({ actor }) =>
      ensure(holdsAnywhere(actor, 'administrator', 'director', 'auditor')),
    );

    app.get(
      '/holdings',
      {
        schema: {
          tags,
          summary: 'Voies et équipements dont la classe ou le propriétaire est dit',
          querystring: schemas.HoldingsQuery,
          response: { 200: schemas.Holdings },
        },
      },
      ({ territoryId, query }) => {
        const { q: text = '', cursor } = query;
        const asked = { text, cursor, limit: limitOf(query) };
        return findHoldings(platform, platform.db.read, territoryId, asked);
      },
    );

    app.post(
      '/holdings/import',
      {
        schema: {
          tags,
          summary: 'Importer voies et propriétaires : CSV ou GeoJSON (multipart, champ « file »)',
          consumes: ['multipart/form-data'],
          response: { 200: schemas.ImportedHoldingsView },
        },
      },
      async (request) => importHoldings(platform, request.act(), await textOf(request)),
    );

    app.post(
      '/holdings/preview',
      {
        schema: {
          tags,
          summary: 'Ce qu’un fichier changerait, sans rien changer (multipart, champ « file »)',
          consumes: ['multipart/form-data'],
          response: { 200: schemas.HoldingsPreviewView },
        },
      },
      async (request) => previewHoldings(platform, request.act(), await textOf(request)),
    );

    app.post(
      '/holdings',
      {
        schema: {
          tags,
          summary: 'Dit la classe ou le propriétaire d’une voie ou d’un parc',
          body: schemas.AddHoldingBody,
          response: { 201: schemas.HoldingVersion },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await addHolding(platform, request.act(), request.body)),
    );

    app.post(
      '/holdings/:id/correct',
      {
        schema: {
          tags,
          summary: 'Corrige la classe ou le propriétaire d’une voie ou d’un équipement',
          params: idParams,
          body: schemas.CorrectHoldingBody,
          response: { 200: schemas.HoldingVersion },
        },
      },
      (request) => correctHolding(platform, request.act(), { ...request.params, ...request.body }),
    );

    app.post(
      '/holdings/:id/remove',
      {
        schema: {
          tags,
          summary: 'Retire ce qui est dit d’une voie ou d’un équipement',
          params: idParams,
          body: schemas.RemoveHoldingBody,
          response: { 200: schemas.HoldingVersion },
        },
      },
      (request) => removeHolding(platform, request.act(), { ...request.params, ...request.body }),
    );
  };

/** @throws Problem `unsupported-media-type` (415), `holdings-refused` (422) */
async function textOf(request: FastifyRequest): Promise<string> {
  ensure(request.isMultipart(), commonProblems.unsupportedMediaType);
  const part = await request.file();
  ensure(part, commonProblems.unsupportedMediaType);
  return textOfFile(await part.toBuffer());
}
