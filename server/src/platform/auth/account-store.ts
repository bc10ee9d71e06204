import type { Grant } from '../acts/index.ts';
import { sql, type Tx, tables } from '../db/index.ts';
import type { AuthTables } from './tables.ts';

const on = tables<AuthTables>();

export type AccountRow = AuthTables['account'];

export async function insertAccount(tx: Tx, row: AccountRow): Promise<void> {
  await on(tx).insertInto('account').values(row).execute();
}

export function findAccount(tx: Tx, territoryId: string, by: { email: string } | { id: string }) {
  const query = on(tx).selectFrom('account').selectAll().where('territory_id', '=', territoryId);
  return ('email' in by ? query.where('email', '=', by.email) : query.where('id', '=', by.id))
    .limit(1)
    .executeTakeFirst();
}

/** Accounts with a grant in one of the organizations, by name. */
export function listAccounts(
  tx: Tx,
  territoryId: string,
  organizationIds: string[],
  page: { after?: string | undefined; limit: number },
) {
  let query = on(tx)
    .selectFrom('account')
    .select(['id', 'email', 'name', 'created_at', 'disabled_at'])
    .where('territory_id', '=', territoryId)
    .where('id', 'in', (of) =>
      of
        .selectFrom('role_grant')
        .select('account_id')
        .where('territory_id', '=', territoryId)
        .where('organization_id', 'in', organizationIds),
    );
  if (page.after) query = query.where('id', '>', page.after);
  return query.orderBy('id').limit(page.limit).execute();
}

/** Accounts whose name or address holds these words. */
export function seekAccounts(tx: Tx, territoryId: string, words: string, limit: number) {
  return on(tx)
    .selectFrom('account')
    .select(['name', 'email', 'created_at as at'])
    .where('territory_id', '=', territoryId)
    .where(
      sql<boolean>`(strpos(app.fold(name), app.fold(${words})) > 0
        OR strpos(email, lower(${words})) > 0)`,
    )
    .orderBy('name')
    .limit(limit)
    .execute();
}

export async function disableAccount(tx: Tx, territoryId: string, id: string, at: Date) {
  await on(tx)
    .updateTable('account')
    .set({ disabled_at: at })
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .execute();
  await on(tx)
    .deleteFrom('session')
    .where('territory_id', '=', territoryId)
    .where('account_id', '=', id)
    .execute();
}

/** Replaces the password and closes every session of the account, but one where it is named. */
export async function replacePassword(
  tx: Tx,
  territoryId: string,
  id: string,
  { hash, provisional }: { hash: string; provisional: boolean },
  keepTokenHash?: string,
): Promise<void> {
  await on(tx)
    .updateTable('account')
    .set({ password_hash: hash, password_provisional: provisional })
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .execute();
  await on(tx)
    .deleteFrom('session')
    .where('territory_id', '=', territoryId)
    .where('account_id', '=', id)
    .where('token_hash', '!=', keepTokenHash ?? '')
    .execute();
}

export async function grantsOf(
  tx: Tx,
  territoryId: string,
  accountIds: string[],
): Promise<Map<string, Grant[]>> {
  const grants = new Map<string, Grant[]>();
  if (accountIds.length === 0) return grants;
  const rows = await on(tx)
    .selectFrom('role_grant')
    .select(['account_id', 'organization_id', 'role'])
    .where('territory_id', '=', territoryId)
    .where('account_id', 'in', accountIds)
    .orderBy('organization_id')
    .orderBy('role')
    .execute();
  for (const { account_id, organization_id, role } of rows) {
    const known = grants.get(account_id) ?? [];
    grants.set(account_id, [...known, { organizationId: organization_id, role }]);
  }
  return grants;
}

/** Replaces the account's grants in these organizations by others; elsewhere they stay. */
export async function replaceGrants(
  tx: Tx,
  territoryId: string,
  accountId: string,
  within: string[],
  grants: Grant[],
): Promise<void> {
  if (within.length > 0) {
    await on(tx)
      .deleteFrom('role_grant')
      .where('territory_id', '=', territoryId)
      .where('account_id', '=', accountId)
      .where('organization_id', 'in', within)
      .execute();
  }
  if (grants.length === 0) return;
  await on(tx)
    .insertInto('role_grant')
    .values(
      grants.map(({ organizationId, role }) => ({
        territory_id: territoryId,
        account_id: accountId,
        organization_id: organizationId,
        role,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
