import { idParams, type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { changeReplyTemplate } from './change-reply-template.ts';
import { createReplyTemplate } from './create-reply-template.ts';
import { listReplyTemplates, listVersions, readReplyTemplate } from './list-reply-templates.ts';
import { listVariables, previewReply } from './preview-reply.ts';
import { restoreReplyTemplate } from './restore-reply-template.ts';
import * as schemas from './schemas.ts';
import { suggestForCall } from './suggest-for-call.ts';
import { suggestReplies } from './suggest-replies.ts';

const tags = ['reply-templates'];

/** The knowledge base, for those who answer residents. */
export const routes =
  (platform: Platform): Routes =>
  async (app) => {
    app.addHook('onRequest', requireKnownActor);

    app.get(
      '/reply-templates',
      {
        schema: {
          tags,
          summary: 'Les réponses types de vos organismes et du territoire',
          querystring: schemas.ListQuery,
          response: { 200: schemas.ReplyTemplatePage },
        },
      },
      (request) => listReplyTemplates(platform, request.act(), request.query),
    );

    app.get(
      '/reply-templates/variables',
      {
        schema: {
          tags,
          summary: 'Ce qu’une réponse type peut laisser à remplir',
          response: { 200: schemas.VariablesView },
        },
      },
      async (request) => ({ items: listVariables(request.act().language) }),
    );

    app.get(
      '/reply-templates/suggestions',
      {
        schema: {
          tags,
          summary: 'Les réponses types qui conviennent à une demande, remplies',
          querystring: schemas.SuggestQuery,
          response: { 200: schemas.SuggestionsView },
        },
      },
      (request) => suggestReplies(platform, request.act(), request.query),
    );

    app.get(
      '/reply-templates/for-call',
      {
        schema: {
          tags,
          summary: 'Les réponses types qui conviennent à un appel, avant qu’il soit enregistré',
          querystring: schemas.CallQuery,
          response: { 200: schemas.CallRepliesView },
        },
      },
      (request) => suggestForCall(platform, request.act(), request.query),
    );

    app.post(
      '/reply-templates/preview',
      {
        schema: {
          tags,
          summary: 'Ce que lirait un habitant, pour une vraie demande ou pour un exemple',
          body: schemas.PreviewBody,
          response: { 200: schemas.PreviewView },
        },
      },
      (request) => previewReply(platform, request.act(), request.body),
    );

    app.post(
      '/reply-templates',
      {
        schema: {
          tags,
          summary: 'Ajoute une réponse type',
          body: schemas.CreateBody,
          response: { 201: schemas.ReplyTemplateView },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await createReplyTemplate(platform, request.act(), request.body)),
    );

    app.get(
      '/reply-templates/:id',
      {
        schema: {
          tags,
          summary: 'Une réponse type',
          params: idParams,
          response: { 200: schemas.ReplyTemplateView },
        },
      },
      (request) => readReplyTemplate(platform, request.act(), request.params.id),
    );

    app.put(
      '/reply-templates/:id',
      {
        schema: {
          tags,
          summary: 'Change une réponse type ; l’ancienne reste parmi ses versions',
          params: idParams,
          body: schemas.ChangeBody,
          response: { 200: schemas.ReplyTemplateView },
        },
      },
      (request) =>
        changeReplyTemplate(platform, request.act(), { ...request.params, ...request.body }),
    );

    app.get(
      '/reply-templates/:id/versions',
      {
        schema: {
          tags,
          summary: 'Les versions d’une réponse type, de la plus récente à la plus ancienne',
          params: idParams,
          querystring: schemas.VersionsQuery,
          response: { 200: schemas.TemplateVersionPage },
        },
      },
      (request) => listVersions(platform, request.act(), request.params.id, request.query),
    );

    app.post(
      '/reply-templates/:id/restore',
      {
        schema: {
          tags,
          summary: 'Revient à une version d’une réponse type',
          params: idParams,
          body: schemas.RestoreBody,
          response: { 200: schemas.ReplyTemplateView },
        },
      },
      (request) =>
        restoreReplyTemplate(platform, request.act(), { ...request.params, ...request.body }),
    );
  };
