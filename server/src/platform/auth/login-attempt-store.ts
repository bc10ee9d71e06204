import { type Tx, tables } from '../db/index.ts';
import type { AuthTables } from './tables.ts';
import { FORGET_AFTER_MS, waitAfter } from './throttle.ts';

const on = tables<AuthTables>();

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

/** Forgets the failures that slow nobody down any more. */
export async function deleteOldFailures(tx: Tx, before: Date): Promise<void> {
  await on(tx).deleteFrom('login_attempt').where('last_at', '<', before).execute();
}
