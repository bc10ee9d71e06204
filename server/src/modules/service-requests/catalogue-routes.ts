import Type from 'typebox';
import { type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import type { Service } from './catalogue.ts';
import { importCatalogue } from './import-catalogue.ts';
import { NO_STEPS } from './next-steps.ts';
import { catalogueOf } from './offered-services.ts';
import * as schemas from './schemas.ts';
import { setNextSteps } from './set-next-steps.ts';

const tags = ['services'];

/** What may be asked of the town, for everyone; an administrator sets it. */
export const catalogueRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    app.get(
      '/services',
      { schema: { tags, summary: 'Les prestations', response: { 200: schemas.ServicePage } } },
      async ({ territoryId }) => {
        const { services } = await catalogueOf(platform, territoryId);
        return { items: services.filter(({ offered }) => offered).map(view), nextCursor: null };
      },
    );

    app.get(
      '/services/:code',
      {
        schema: {
          tags,
          summary: 'Une prestation et ses questions',
          params: Type.Object({ code: Type.String({ maxLength: 80 }) }),
          response: { 200: schemas.ServiceDefinitionView },
        },
      },
      async ({ territoryId, params }) => {
        const { byCode } = await catalogueOf(platform, territoryId);
        const service = byCode.get(params.code);
        ensure(service?.offered, commonProblems.notFound);
        return { ...view(service), questions: service.questions };
      },
    );

    app.put(
      '/services',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Remplace le catalogue des prestations',
          body: schemas.CatalogueInput,
          response: { 200: Type.Object({ count: Type.Integer() }) },
        },
      },
      (request) => importCatalogue(platform, request.act(), request.body),
    );

    app.put(
      '/services/:code/next-steps',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Dit ce qui se passe une fois la prestation demandée',
          params: Type.Object({ code: Type.String({ maxLength: 80 }) }),
          body: schemas.NextStepsInput,
          response: { 200: schemas.NextStepsView },
        },
      },
      (request) => setNextSteps(platform, request.act(), { ...request.params, ...request.body }),
    );
  };

function view({ questions, targetDays: _, offered: __, ...service }: Service) {
  const { nextSteps = NO_STEPS, version = 1 } = service;
  return {
    ...service,
    nextSteps,
    version,
    hasQuestions: questions.some(({ variable }) => variable),
  };
}
