import {
  fromPoint,
  type Given,
  jsonb,
  keepQuery,
  point,
  sql,
  type Tx,
  tables,
} from '../../platform/db/index.ts';
import { type Area, type BoundingBox, bboxOf } from '../../platform/geo/index.ts';
import type { Competence, DirectoryOrganization } from './model.ts';
import type { Crew, Organization, Territory } from './organization.ts';
import type { OrganizationTables } from './tables.ts';

const on = tables<OrganizationTables>();

export async function insertTerritory(
  tx: Tx,
  territory: Territory,
  version: string,
  at: Date,
): Promise<void> {
  const { id, slug, name, center, bounds, contact, demonstration, hostnames } = territory;
  await on(tx)
    .insertInto('territory')
    .values({
      territory_id: id,
      slug,
      name,
      center: point(center),
      ...bounds,
      ...contact,
      demonstration,
      hostnames,
      directory_version: version,
      founded_at: at,
    })
    .execute();
}

export async function findTerritory(tx: Tx, territoryId: string): Promise<Territory | undefined> {
  const row = await on(tx)
    .selectFrom('territory')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .executeTakeFirst();
  return row && { ...presentTerritory(row) };
}

/** The territory that a host name serves: its own, or the only one there is. */
export async function findTerritoryIdByHostname(
  tx: Tx,
  hostname: string,
): Promise<string | undefined> {
  const rows = await on(tx)
    .selectFrom('territory')
    .select(['territory_id', sql<boolean>`${hostname} = ANY(hostnames)`.as('named')])
    .orderBy(sql`${hostname} = ANY(hostnames)`, 'desc')
    .limit(2)
    .execute();
  const [first] = rows;
  return first && (first.named || rows.length === 1) ? first.territory_id : undefined;
}

export async function countTerritories(tx: Tx): Promise<number> {
  const { count } = await on(tx)
    .selectFrom('territory')
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** Ids of all territories, for the schedules of the platform; bounded like every read. */
export async function listTerritoryIds(tx: Tx, limit = 10_000): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('territory')
    .select('territory_id')
    .orderBy('territory_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.territory_id);
}

/** Tells every process that what it keeps in memory of this territory is old. */
export async function renewDirectory(tx: Tx, territoryId: string, version: string): Promise<void> {
  await on(tx)
    .updateTable('territory')
    .set({ directory_version: version })
    .where('territory_id', '=', territoryId)
    .execute();
}

export async function findDirectoryVersions(
  tx: Tx,
  territoryIds: readonly string[],
): Promise<Map<string, { version: string; territoryName: string }>> {
  const rows = await directoryVersions(tx, { territoryIds });
  return new Map(rows.map(({ territory_id, ...version }) => [territory_id, version]));
}

const directoryVersions = keepQuery(
  on,
  (db, { territoryIds }: Given<{ territoryIds: readonly string[] }>) =>
    db
      .selectFrom('territory')
      .select(['territory_id', 'directory_version as version', 'name as territoryName'])
      .where('territory_id', '=', sql<string>`ANY(${territoryIds}::uuid[])`),
);

export async function updateTerritoryBounds(
  tx: Tx,
  territoryId: string,
  bounds: BoundingBox,
): Promise<void> {
  const center = {
    lat: (bounds.south + bounds.north) / 2,
    long: (bounds.west + bounds.east) / 2,
  };
  await on(tx)
    .updateTable('territory')
    .set({ ...bounds, center: point(center) })
    .where('territory_id', '=', territoryId)
    .execute();
}

export async function insertOrganizations(
  tx: Tx,
  territoryId: string,
  organizations: Organization[],
): Promise<void> {
  if (organizations.length === 0) return;
  await on(tx)
    .insertInto('organization')
    .values(
      organizations.map(({ population, boundary, ...rest }) => ({
        territory_id: territoryId,
        ...rest,
        population: population?.count ?? null,
        population_year: population?.year ?? null,
        population_source: population?.source ?? null,
        ...boundaryColumns(boundary),
        version: 1,
      })),
    )
    .execute();
}

export async function updateBoundary(
  tx: Tx,
  territoryId: string,
  id: string,
  boundary: Area,
): Promise<void> {
  await on(tx)
    .updateTable('organization')
    .set((row) => ({ ...boundaryColumns(boundary), version: row('version', '+', 1) }))
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .execute();
}

function boundaryColumns(boundary: Area | null) {
  if (!boundary) return { boundary: null, west: null, south: null, east: null, north: null };
  return { boundary: jsonb(boundary), ...bboxOf(boundary) };
}

/** Every organization of the territory: some hundreds at most (the largest EPCI has 158 communes). */
export async function listOrganizations(
  tx: Tx,
  territoryId: string,
): Promise<(Organization & { version: number })[]> {
  const rows = await on(tx)
    .selectFrom('organization')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .orderBy('kind')
    .orderBy('name')
    .execute();
  return rows.map(({ population, population_year, population_source, territory_id, ...row }) => ({
    ...row,
    population:
      population === null
        ? null
        : { count: population, year: population_year ?? 0, source: population_source ?? '' },
  }));
}

/** How a resident reaches an organization; its boundary, which is heavy, is not read. */
export function findContact(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<Pick<Organization, 'name' | 'phone' | 'email'> | undefined> {
  return on(tx)
    .selectFrom('organization')
    .select(['name', 'phone', 'email'])
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function toDirectory(organization: Organization): DirectoryOrganization {
  const { id, kind, name, code, orientation, boundary } = organization;
  return { id, kind, name, code, orientation, boundary, box: boundary && bboxOf(boundary) };
}

export async function insertCompetences(
  tx: Tx,
  territoryId: string,
  competences: (Competence & { id: string })[],
): Promise<void> {
  if (competences.length === 0) return;
  await on(tx)
    .insertInto('competence')
    .values(
      competences.map((rule) => ({
        territory_id: territoryId,
        id: rule.id,
        ...competenceColumns(rule),
        version: 1,
      })),
    )
    .execute();
}

/** Writes a rule's new content, one version later. */
export async function updateCompetence(
  tx: Tx,
  territoryId: string,
  rule: StoredCompetence,
): Promise<void> {
  await on(tx)
    .updateTable('competence')
    .set({ ...competenceColumns(rule), version: rule.version })
    .where('territory_id', '=', territoryId)
    .where('id', '=', rule.id)
    .execute();
}

export async function deleteCompetence(tx: Tx, territoryId: string, id: string): Promise<void> {
  await on(tx)
    .deleteFrom('competence')
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .execute();
}

/** Reads a rule for change. */
export async function lockCompetence(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<StoredCompetence | undefined> {
  return competences(tx, territoryId).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function deleteCompetences(
  tx: Tx,
  territoryId: string,
  organizationId: string,
): Promise<void> {
  await on(tx)
    .deleteFrom('competence')
    .where('territory_id', '=', territoryId)
    .where('organization_id', '=', organizationId)
    .execute();
}

/** A rule as it is kept: with its identity, and the version that a change must name. */
export type StoredCompetence = Competence & { id: string; version: number };

/** Every rule of the territory, past and future ones too. */
export async function listCompetences(tx: Tx, territoryId: string): Promise<StoredCompetence[]> {
  return competences(tx, territoryId).orderBy('id').execute();
}

const competences = (tx: Tx, territoryId: string) =>
  on(tx)
    .selectFrom('competence')
    .select([
      'id',
      'organization_id as organizationId',
      'value',
      'declared',
      'service_code as serviceCode',
      'service_group as serviceGroup',
      'road_classes as roadClasses',
      'road_numbers as roadNumbers',
      'built_up as builtUp',
      'owner_ids as ownerIds',
      'area_organization_id as areaOrganizationId',
      'priority',
      // As text: the driver would make an instant of a civil date.
      sql<string>`valid_from::text`.as('validFrom'),
      sql<string | null>`valid_until::text`.as('validUntil'),
      'reason',
      'version',
    ])
    .where('territory_id', '=', territoryId);

function competenceColumns(rule: Competence) {
  return {
    organization_id: rule.organizationId,
    value: rule.value,
    declared: rule.declared && jsonb(rule.declared),
    service_code: rule.serviceCode,
    service_group: rule.serviceGroup,
    road_classes: rule.roadClasses,
    road_numbers: rule.roadNumbers,
    built_up: rule.builtUp,
    owner_ids: rule.ownerIds,
    area_organization_id: rule.areaOrganizationId,
    priority: rule.priority,
    valid_from: rule.validFrom,
    valid_until: rule.validUntil,
    reason: rule.reason,
  };
}

export async function insertCrew(
  tx: Tx,
  territoryId: string,
  crew: Omit<Crew, 'organizationName'>,
): Promise<void> {
  const { id, organizationId, name, skills, vehicle } = crew;
  await on(tx)
    .insertInto('crew')
    .values({
      territory_id: territoryId,
      id,
      organization_id: organizationId,
      name,
      skills,
      vehicle,
      version: 1,
    })
    .execute();
}

export async function insertCrewMembers(
  tx: Tx,
  territoryId: string,
  crewId: string,
  accountIds: string[],
): Promise<void> {
  if (accountIds.length === 0) return;
  await on(tx)
    .insertInto('crew_member')
    .values(
      accountIds.map((account_id) => ({ territory_id: territoryId, crew_id: crewId, account_id })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface CrewFilter {
  organizationId?: string | undefined;
  ids?: readonly string[] | undefined;
  accountId?: string | undefined;
}

/** Crews by name; bounded, since no town has a thousand. */
export async function listCrews(tx: Tx, territoryId: string, filter: CrewFilter): Promise<Crew[]> {
  const { organizationId, ids, accountId } = filter;
  return on(tx)
    .selectFrom('crew')
    .innerJoin('organization', (join) =>
      join
        .onRef('organization.territory_id', '=', 'crew.territory_id')
        .onRef('organization.id', '=', 'crew.organization_id'),
    )
    .select([
      'crew.id',
      'crew.organization_id as organizationId',
      'organization.name as organizationName',
      'crew.name',
      'crew.skills',
      'crew.vehicle',
    ])
    .where('crew.territory_id', '=', territoryId)
    .$if(organizationId !== undefined, (query) =>
      query.where('crew.organization_id', '=', organizationId as string),
    )
    .$if(ids !== undefined, (query) => query.where('crew.id', 'in', [...(ids ?? [])]))
    .$if(accountId !== undefined, (query) =>
      query.where((where) =>
        where.exists(
          where
            .selectFrom('crew_member')
            .select('crew_member.crew_id')
            .where('crew_member.territory_id', '=', territoryId)
            .whereRef('crew_member.crew_id', '=', 'crew.id')
            .where('crew_member.account_id', '=', accountId as string),
        ),
      ),
    )
    .orderBy('crew.name')
    .limit(1000)
    .execute();
}

function presentTerritory(row: {
  territory_id: string;
  slug: string;
  name: string;
  center: { x: number; y: number };
  west: number;
  south: number;
  east: number;
  north: number;
  phone: string | null;
  email: string | null;
  address: string | null;
  demonstration: boolean;
  hostnames: string[];
}): Territory {
  const { west, south, east, north, phone, email, address } = row;
  return {
    id: row.territory_id,
    slug: row.slug,
    name: row.name,
    center: fromPoint(row.center),
    bounds: { west, south, east, north },
    contact: { phone, email, address },
    demonstration: row.demonstration,
    hostnames: row.hostnames,
  };
}
