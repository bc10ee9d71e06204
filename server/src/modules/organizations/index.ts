/** Organizations: whose territory it is, who acts where and on what, and with which crews. */
import { LRUCache } from 'lru-cache';
import { type Db, onePer, type Tx } from '../../platform/db/index.ts';
import type { Point } from '../../platform/geo/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { listCrews } from './crew-store.ts';
import {
  describeOutside as describe,
  type NearbyOrganization,
  nearestCommunes,
} from './describe-outside.ts';
import { directoryOf } from './directory.ts';
import type { DirectoryOrganization } from './model.ts';
import type { Crew } from './organization.ts';
import { countTerritories, findTerritoryIdByHostname } from './territory-store.ts';

export { type AddCompetence, addCompetence } from './add-competence.ts';
export { addOrganization } from './add-organization.ts';
export { type ChangeCompetence, changeCompetence } from './change-competence.ts';
export { type CompetenceSources, competenceRoutes } from './competence-routes.ts';
export { type CreateCrew, createCrew } from './create-crew.ts';
export { type EndCompetence, endCompetence } from './end-competence.ts';
export { explainCompetence, type NamedService } from './explain-competence.ts';
export {
  type CompetenceFinding,
  type FindCompetent,
  findCommune,
  findCompetent,
  type OrganizationReference,
} from './find-competent.ts';
export { type FoundTerritory, foundTerritory } from './found-territory.ts';
export { importBoundaries } from './import-boundaries.ts';
export {
  type Competence,
  type CompetenceValue,
  type Declaration,
  type DirectoryOrganization,
  ORGANIZATION_KINDS,
  type OrganizationKind,
  ROAD_CLASSES,
  type RoadClass,
} from './model.ts';
export type { Crew, NewOrganization, Organization, Territory } from './organization.ts';
export { findContact, listOrganizations } from './organization-store.ts';
export { mayAdministerOrganization, mayAdministerTerritory, mayAuditTerritory } from './policy.ts';
export { problems } from './problems.ts';
export { routes } from './routes.ts';
export { setCompetences } from './set-competences.ts';
export { communeAt } from './survey-ground.ts';
export { findTerritory, listTerritoryIds } from './territory-store.ts';

export const migrations = new URL('./migrations/', import.meta.url);

/** What happens here, for those who listen. */
export const EVENT_TYPES = [
  'territory.founded',
  'organization.added',
  'organization.competences-set',
  'organization.competence-added',
  'organization.competence-changed',
  'organization.competence-ended',
  'organization.boundaries-imported',
  'organization.crew-created',
] as const;

/** All organizations of a territory by id, with boundaries, from memory. */
export async function organizationsById(
  platform: Platform,
  tx: Tx,
  territoryId: string,
): Promise<Map<string, DirectoryOrganization>> {
  const { organizations } = await directoryOf(platform, tx, territoryId);
  return new Map(organizations.map((organization) => [organization.id, organization]));
}

/** Changes whenever organizations, boundaries or competences do: a key for what is derived from them. */
export async function directoryVersion(
  platform: Platform,
  tx: Tx,
  territoryId: string,
): Promise<string> {
  return (await directoryOf(platform, tx, territoryId)).version;
}

export async function crewsById(
  tx: Tx,
  territoryId: string,
  ids: readonly string[],
): Promise<Map<string, Crew>> {
  if (ids.length === 0) return new Map();
  const crews = await listCrews(tx, territoryId, { ids });
  return new Map(crews.map((crew) => [crew.id, crew]));
}

/** The crews whose day an account sees. */
export function crewsOfAccount(tx: Tx, territoryId: string, accountId: string): Promise<Crew[]> {
  return listCrews(tx, territoryId, { accountId });
}

/** The communes nearest to a point, nearest first, with metres. */
export async function nearestTo(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  point: Point,
): Promise<NearbyOrganization[]> {
  const { organizations } = await directoryOf(platform, tx, territoryId);
  return nearestCommunes(organizations, point);
}

/** French sentences for a place that is not ours: where it lies, and who may be competent there. */
export async function describeOutside(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  point: Point,
): Promise<string> {
  const { territoryName, organizations } = await directoryOf(platform, tx, territoryId);
  return describe(territoryName, organizations, point);
}

const hostnamesOf = onePer((_: Db) => new LRUCache<string, string>({ max: 1000, ttl: 30_000 }));

/**
 * The territory that a host name serves: its own, or the only one there is.
 * Every request asks: the answer is kept half a minute.
 */
export async function territoryOf(
  platform: Platform,
  hostname: string,
): Promise<string | undefined> {
  const cache = hostnamesOf(platform.db);
  const known = cache.get(hostname);
  if (known !== undefined) return known;
  const found = await findTerritoryIdByHostname(platform.db.read, hostname.toLowerCase());
  if (found !== undefined) cache.set(hostname, found);
  return found;
}

/** Whether anything has been installed yet. */
export async function hasTerritory(platform: Platform): Promise<boolean> {
  return (await countTerritories(platform.db.read)) > 0;
}
