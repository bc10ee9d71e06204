import Type from 'typebox';
import { holdsAnywhere, ROLES } from '../../platform/acts/index.ts';
import type { BoundingBox } from '../../platform/geo/index.ts';
import { bboxOf } from '../../platform/geo/index.ts';
import { idParams, type Routes, requireKnownActor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { listCompetences } from './competence-store.ts';
import { createCrew } from './create-crew.ts';
import { listCrews } from './crew-store.ts';
import { directoryOf } from './directory.ts';
import type { Organization, Territory } from './organization.ts';
import { listOrganizations } from './organization-store.ts';
import * as schemas from './schemas.ts';
import { setCompetences } from './set-competences.ts';
import { findTerritory } from './territory-store.ts';

const tags = ['organizations'];

/** Territory, organizations and crews. */
export const routes =
  (platform: Platform): Routes =>
  async (app) => {
    const { read } = platform.db;

    app.get(
      '/territory',
      { schema: { tags, summary: 'Le territoire', response: { 200: schemas.TerritoryView } } },
      async ({ territoryId }) => {
        const territory = await findTerritory(read, territoryId);
        ensure(territory, commonProblems.notFound);
        return presentTerritory(platform, territory);
      },
    );

    app.get(
      '/organizations',
      {
        schema: {
          tags,
          summary: 'Les collectivités et opérateurs du territoire',
          response: { 200: schemas.Organizations },
        },
      },
      async ({ territoryId }) => {
        const organizations = await listOrganizations(read, territoryId);
        return { items: organizations.map(presentOrganization), nextCursor: null };
      },
    );

    app.get(
      '/organizations/:id/boundary',
      {
        schema: {
          tags,
          summary: 'Le contour d’une collectivité, en GeoJSON',
          params: idParams,
          response: { 200: schemas.Boundary },
        },
      },
      async ({ territoryId, params }) => {
        const { organizations } = await directoryOf(platform, read, territoryId);
        const organization = organizations.find(({ id }) => id === params.id);
        ensure(organization?.boundary, commonProblems.notFound);
        const { id, name, code, kind, boundary } = organization;
        return {
          type: 'Feature' as const,
          properties: { id, name, code, kind },
          geometry: boundary,
        };
      },
    );

    app.get(
      '/organizations/:id/competences',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Les règles de compétence d’une collectivité',
          params: idParams,
          response: { 200: schemas.CompetenceRules },
        },
      },
      async ({ territoryId, params }) => {
        const rules = await listCompetences(read, territoryId);
        return { competences: rules.filter(({ organizationId }) => organizationId === params.id) };
      },
    );

    app.put(
      '/organizations/:id/competences',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Remplace les règles de compétence d’une collectivité',
          params: idParams,
          body: schemas.SetCompetencesBody,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const command = { organizationId: request.params.id, ...request.body };
        await setCompetences(platform, request.act(), command);
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/crews',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Les équipes',
          querystring: Type.Object({
            organizationId: Type.Optional(Type.String({ format: 'uuid' })),
          }),
          response: { 200: schemas.Crews },
        },
      },
      async ({ territoryId, actor, query }) => {
        ensure(holdsAnywhere(actor, ...ROLES));
        return { items: await listCrews(read, territoryId, query), nextCursor: null };
      },
    );

    app.post(
      '/crews',
      {
        onRequest: requireKnownActor,
        schema: {
          tags,
          summary: 'Forme une équipe',
          body: schemas.CreateCrewBody,
          response: { 201: schemas.CrewView },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await createCrew(platform, request.act(), request.body)),
    );
  };

function presentTerritory({ config }: Platform, territory: Territory) {
  const { id, name, slug, bounds, center, contact, demonstration } = territory;
  const { phone, email, address } = contact;
  return {
    id,
    name,
    slug,
    bounds: asArray(bounds),
    center,
    basemap: presentBasemap(config.basemap),
    contact: { ...(phone && { phone }), ...(email && { email }), ...(address && { address }) },
    demonstration,
  };
}

function presentBasemap(basemap: Platform['config']['basemap']) {
  if (basemap.kind !== 'pmtiles') return basemap;
  const { kind, attribution } = basemap;
  return { kind, attribution, url: '/api/v1/map/basemap.pmtiles' };
}

function presentOrganization(organization: Organization) {
  const { id, kind, name, code, population, boundary } = organization;
  return {
    id,
    kind,
    name,
    code,
    population: population?.count ?? null,
    populationYear: population?.year ?? null,
    populationSource: population?.source ?? null,
    bounds: boundary && asArray(bboxOf(boundary)),
  };
}

const asArray = ({ west, south, east, north }: BoundingBox) => [west, south, east, north];
