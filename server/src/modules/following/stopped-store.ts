import { type Tx, tables } from '../../platform/db/index.ts';
import type { FollowingTables } from './tables.ts';

const on = tables<FollowingTables>();

/** @returns false when this number had said so already */
export async function insertStopped(
  tx: Tx,
  territoryId: string,
  { id, address, at }: { id: string; address: string; at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('stopped_number')
    .values({ territory_id: territoryId, id, address, at })
    .onConflict((conflict) => conflict.columns(['territory_id', 'address']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The number that a key names. */
export async function findStopped(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<string | undefined> {
  const row = await on(tx)
    .selectFrom('stopped_number')
    .select('address')
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.address;
}

export async function isStopped(tx: Tx, territoryId: string, address: string): Promise<boolean> {
  const row = await on(tx)
    .selectFrom('stopped_number')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('address', '=', address)
    .executeTakeFirst();
  return row !== undefined;
}

/** What is kept of these numbers, as their owner may read it. */
export async function stoppedAt(tx: Tx, territoryId: string, addresses: string[]) {
  return on(tx)
    .selectFrom('stopped_number')
    .select(['id', 'address as stoppedNumber', 'at'])
    .where('territory_id', '=', territoryId)
    .where('address', 'in', addresses)
    .execute();
}

export async function deleteStopped(tx: Tx, territoryId: string, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { numDeletedRows } = await on(tx)
    .deleteFrom('stopped_number')
    .where('territory_id', '=', territoryId)
    .where('id', 'in', ids)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Forgets numbers that said so before this. @returns how many */
export async function deleteStoppedSince(
  tx: Tx,
  territoryId: string,
  before: Date,
): Promise<number> {
  const { numDeletedRows } = await on(tx)
    .deleteFrom('stopped_number')
    .where('territory_id', '=', territoryId)
    .where('at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
