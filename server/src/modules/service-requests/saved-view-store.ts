import { jsonb, sql, type Tx, tables } from '../../platform/db/index.ts';
import type { ServiceRequestTables } from './tables.ts';

const on = tables<ServiceRequestTables>();

export interface SavedView {
  id: string;
  organizationId: string;
  accountId: string;
  name: string;
  query: Record<string, string>;
  shared: boolean;
}

const MOST_VIEWS = 200;

/** The account's own views, and those shared in its organizations, by name. */
export async function listViews(
  tx: Tx,
  territoryId: string,
  accountId: string | null,
  organizationIds: readonly string[],
): Promise<SavedView[]> {
  if (accountId === null || organizationIds.length === 0) return [];
  const rows = await on(tx)
    .selectFrom('saved_view')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('organization_id', 'in', organizationIds)
    .where((where) => where.or([where('account_id', '=', accountId), where('shared', '=', true)]))
    .orderBy('name')
    .orderBy('id')
    .limit(MOST_VIEWS)
    .execute();
  return rows.map(fromRow);
}

export async function findView(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<SavedView | undefined> {
  const row = await on(tx)
    .selectFrom('saved_view')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function insertView(
  tx: Tx,
  territoryId: string,
  view: SavedView,
  at: Date,
): Promise<void> {
  await on(tx)
    .insertInto('saved_view')
    .values({
      territory_id: territoryId,
      id: view.id,
      organization_id: view.organizationId,
      account_id: view.accountId,
      name: view.name,
      query: jsonb(view.query),
      shared: view.shared,
      created_at: at,
    })
    .execute();
}

export async function deleteView(tx: Tx, territoryId: string, id: string): Promise<void> {
  await on(tx)
    .deleteFrom('saved_view')
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .execute();
}

/** Forgets the views that search for one of these addresses or numbers. */
export async function deleteViewsAbout(
  tx: Tx,
  territoryId: string,
  addresses: string[],
): Promise<number> {
  if (addresses.length === 0) return 0;
  const { numDeletedRows } = await on(tx)
    .deleteFrom('saved_view')
    .where('territory_id', '=', territoryId)
    .where(
      sql<boolean>`EXISTS (SELECT FROM unnest(${addresses}::text[]) AS address
        WHERE strpos(lower(saved_view.name || ' ' || saved_view.query::text), address) > 0)`,
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function fromRow(row: {
  id: string;
  organization_id: string;
  account_id: string;
  name: string;
  query: Record<string, string>;
  shared: boolean;
}): SavedView {
  const { id, organization_id, account_id, name, query, shared } = row;
  return { id, organizationId: organization_id, accountId: account_id, name, query, shared };
}
