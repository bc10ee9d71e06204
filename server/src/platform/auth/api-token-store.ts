import { type Tx, tables } from '../db/index.ts';
import type { AuthTables } from './tables.ts';

const on = tables<AuthTables>();

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
