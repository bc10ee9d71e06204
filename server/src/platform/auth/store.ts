import type { Grant } from '../acts/index.ts';
import { type Tx, tables } from '../db/index.ts';
import type { AuthTables } from './tables.ts';
import { FORGET_AFTER_MS, waitAfter } from './throttle.ts';

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

/** Replaces the password and closes every session of the account but one. */
export async function replacePassword(
  tx: Tx,
  territoryId: string,
  id: string,
  passwordHash: string,
  keepTokenHash: string,
): Promise<void> {
  await on(tx)
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .execute();
  await on(tx)
    .deleteFrom('session')
    .where('territory_id', '=', territoryId)
    .where('account_id', '=', id)
    .where('token_hash', '!=', keepTokenHash)
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

export async function insertSession(tx: Tx, row: AuthTables['session']): Promise<void> {
  await on(tx).insertInto('session').values(row).execute();
}

/** The session and its account, when it lives and the account may still enter. */
export function findSession(tx: Tx, territoryId: string, tokenHash: string, at: Date) {
  return on(tx)
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join
        .onRef('account.territory_id', '=', 'session.territory_id')
        .onRef('account.id', '=', 'session.account_id'),
    )
    .select(['account.id', 'account.name', 'account.email', 'session.csrf_token'])
    .where('session.territory_id', '=', territoryId)
    .where('session.token_hash', '=', tokenHash)
    .where('session.expires_at', '>', at)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
}

export async function deleteSession(tx: Tx, territoryId: string, tokenHash: string) {
  await on(tx)
    .deleteFrom('session')
    .where('territory_id', '=', territoryId)
    .where('token_hash', '=', tokenHash)
    .execute();
}

export async function deleteExpiredSessions(tx: Tx, at: Date): Promise<void> {
  await on(tx).deleteFrom('session').where('expires_at', '<', at).execute();
}

export async function insertApiToken(tx: Tx, row: AuthTables['api_token']): Promise<void> {
  await on(tx).insertInto('api_token').values(row).execute();
}

export function findApiToken(tx: Tx, territoryId: string, tokenHash: string) {
  return on(tx)
    .selectFrom('api_token')
    .select(['id', 'name', 'organization_id', 'scopes'])
    .where('territory_id', '=', territoryId)
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

export function listApiTokens(tx: Tx, territoryId: string, organizationIds: string[]) {
  return on(tx)
    .selectFrom('api_token')
    .select(['id', 'name', 'organization_id', 'scopes', 'created_at', 'revoked_at'])
    .where('territory_id', '=', territoryId)
    .where('organization_id', 'in', organizationIds)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

export async function revokeApiToken(
  tx: Tx,
  territoryId: string,
  id: string,
  organizationIds: string[],
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('api_token')
    .set({ revoked_at: at })
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .where('organization_id', 'in', organizationIds)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Until when tries under one of these keys are refused, if they are. */
export async function blockedUntil(
  tx: Tx,
  territoryId: string,
  keys: string[],
  at: Date,
): Promise<Date | null> {
  const row = await on(tx)
    .selectFrom('login_attempt')
    .select((of) => of.fn.max('blocked_until').as('until'))
    .where('territory_id', '=', territoryId)
    .where('key_hash', 'in', keys)
    .where('blocked_until', '>', at)
    .executeTakeFirst();
  return row?.until ?? null;
}

export async function recordFailure(
  tx: Tx,
  territoryId: string,
  { key, free }: { key: string; free: number },
  at: Date,
) {
  const earlier = await on(tx)
    .selectFrom('login_attempt')
    .select(['failures', 'last_at'])
    .where('territory_id', '=', territoryId)
    .where('key_hash', '=', key)
    .forUpdate()
    .executeTakeFirst();
  const fresh = !earlier || at.getTime() - earlier.last_at.getTime() > FORGET_AFTER_MS;
  const failures = fresh ? 1 : earlier.failures + 1;
  const wait = waitAfter(failures, free);
  const row = {
    territory_id: territoryId,
    key_hash: key,
    failures,
    last_at: at,
    blocked_until: wait > 0 ? new Date(at.getTime() + wait) : null,
  };
  await on(tx)
    .insertInto('login_attempt')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'key_hash']).doUpdateSet((excluded) => ({
        failures: excluded.ref('excluded.failures'),
        last_at: excluded.ref('excluded.last_at'),
        blocked_until: excluded.ref('excluded.blocked_until'),
      })),
    )
    .execute();
}

export async function forgetFailures(tx: Tx, territoryId: string, key: string): Promise<void> {
  await on(tx)
    .deleteFrom('login_attempt')
    .where('territory_id', '=', territoryId)
    .where('key_hash', '=', key)
    .execute();
}
