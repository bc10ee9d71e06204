import { type Tx, tables } from '../db/index.ts';
import type { AuthTables } from './tables.ts';

const on = tables<AuthTables>();

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
    .select([
      'account.id',
      'account.name',
      'account.email',
      'account.password_provisional',
      'session.csrf_token',
    ])
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
