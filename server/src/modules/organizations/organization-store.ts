import { jsonb, type Tx, tables } from '../../platform/db/index.ts';
import { type Area, bboxOf } from '../../platform/geo/index.ts';
import type { DirectoryOrganization } from './model.ts';
import type { Organization } from './organization.ts';
import type { OrganizationTables } from './tables.ts';

const on = tables<OrganizationTables>();

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
