import type { Selectable } from 'kysely';
import {
  fromPoint,
  type Given,
  keepQuery,
  point,
  sql,
  type Tx,
  tables,
} from '../../platform/db/index.ts';
import type { BoundingBox } from '../../platform/geo/index.ts';
import type { Territory } from './organization.ts';
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

function presentTerritory(
  row: Omit<Selectable<OrganizationTables['territory']>, 'directory_version' | 'founded_at'>,
): Territory {
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
