import { holdsAnywhere, ROLES } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Point } from '../../platform/geo/index.ts';
import { idParams, type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { addCompetence } from './add-competence.ts';
import { changeCompetence } from './change-competence.ts';
import { endCompetence } from './end-competence.ts';
import { explainCompetence, type NamedService } from './explain-competence.ts';
import { findCompetent } from './find-competent.ts';
import type { RoadClass } from './model.ts';
import * as schemas from './schemas.ts';
import { tryRule } from './try-rule.ts';

/** What other modules know of a place and of a service: given by the wiring, since they read us. */
export interface CompetenceSources {
  locate(
    platform: Platform,
    tx: Tx,
    territoryId: string,
    point: Point,
  ): Promise<{
    label: string;
    street: string | null;
    roadClass: RoadClass | null;
    roadNumber: string | null;
    builtUp: boolean | null;
    ownerCode: string | null;
    placeNames: string[];
  }>;
  /** The offered services. */
  servicesOf(platform: Platform, territoryId: string): Promise<NamedService[]>;
}

const tags = ['organizations'];

type Located = Awaited<ReturnType<CompetenceSources['locate']>>;

function present(place: Located, owner: string | null) {
  const { label, street, roadClass, roadNumber, builtUp, placeNames } = place;
  return { label, street, roadClass, roadNumber, builtUp, owner, places: placeNames };
}

/** Who is competent for a service at a place, and the rules that say so. */
export const competenceRoutes =
  (platform: Platform, { locate, servicesOf }: CompetenceSources): Routes =>
  async (app) => {
    const { read } = platform.db;

    async function ask(territoryId: string, query: { serviceCode: string } & Point) {
      const { serviceCode, lat, long } = query;
      const point = { lat, long };
      const [place, services] = await Promise.all([
        locate(platform, read, territoryId, point),
        servicesOf(platform, territoryId),
      ]);
      const serviceGroup = services.find(({ code }) => code === serviceCode)?.group ?? null;
      const at = platform.clock.now();
      return { place, services, question: { ...place, serviceCode, serviceGroup, point, at } };
    }

    app.get(
      '/competence',
      {
        schema: {
          tags,
          summary: 'Qui est compétent, et pourquoi',
          querystring: schemas.CompetenceQuery,
          response: { 200: schemas.CompetenceView },
        },
      },
      async ({ territoryId, query }) => {
        const { place, question } = await ask(territoryId, query);
        const found = await findCompetent(platform, read, territoryId, question);
        return { ...found, roadClass: place.roadClass, street: place.street };
      },
    );

    app.get(
      '/competence/explain',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Qui recevrait cette demande, quelles règles ont compté et lesquelles non',
          querystring: schemas.ExplainQuery,
          response: { 200: schemas.ExplainedView },
        },
      },
      async ({ territoryId, actor, query }) => {
        ensure(holdsAnywhere(actor, ...ROLES));
        const { place, services, question } = await ask(territoryId, query);
        const { owner, ...explained } = await explainCompetence(
          platform,
          read,
          territoryId,
          question,
          services,
          query.on,
        );
        return { ...explained, place: present(place, owner) };
      },
    );

    app.post(
      '/competence/try',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Qui recevrait cette demande si cette règle, pas encore écrite, valait',
          body: schemas.TryRuleBody,
          response: { 200: schemas.TriedRuleView },
        },
      },
      async (request) => {
        const { organizationId, replaces, rule, ...query } = request.body;
        const { place, services, question } = await ask(request.territoryId, query);
        const draft = { organizationId, replaces, rule };
        const { after, ...tried } = await tryRule(
          platform,
          request.act(),
          question,
          services,
          draft,
        );
        const { owner, ...explained } = after;
        return { ...tried, after: { ...explained, place: present(place, owner) } };
      },
    );

    app.post(
      '/competences',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Ajoute une règle de compétence',
          body: schemas.AddCompetenceBody,
          response: { 201: schemas.CompetenceRuleView },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await addCompetence(platform, request.act(), request.body)),
    );

    app.post(
      '/competences/:id/change',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Change une règle à partir d’un jour ; ce qui valait avant reste écrit',
          params: idParams,
          body: schemas.ChangeCompetenceBody,
          response: { 200: schemas.CompetenceRuleView },
        },
      },
      (request) =>
        changeCompetence(platform, request.act(), { ...request.params, ...request.body }),
    );

    app.post(
      '/competences/:id/end',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Met fin à une règle : premier jour où elle ne vaut plus',
          params: idParams,
          body: schemas.EndCompetenceBody,
          response: { 200: schemas.CompetenceRuleView },
        },
      },
      (request) => endCompetence(platform, request.act(), { ...request.params, ...request.body }),
    );
  };
