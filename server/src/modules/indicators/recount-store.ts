import { type Tx, tables } from '../../platform/db/index.ts';
import type { IndicatorTables } from './tables.ts';

const on = tables<IndicatorTables>();

/** Territories of which something is to be counted again. */
export async function territoriesToRecount(tx: Tx): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('request_recount')
    .select('territory_id')
    .orderBy('territory_id')
    .limit(10_000)
    .execute();
  return rows.map(({ territory_id }) => territory_id);
}

/** How far a territory was counted again; undefined when it is done, or another process is at it. */
export function lockRecount(
  tx: Tx,
  territoryId: string,
): Promise<{ afterId: string | null } | undefined> {
  return on(tx)
    .selectFrom('request_recount')
    .select('after_id as afterId')
    .where('territory_id', '=', territoryId)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** The next requests that were counted once, in the order of their ids. */
export async function countedAfter(
  tx: Tx,
  territoryId: string,
  afterId: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('request_fact')
    .select('request_id')
    .where('territory_id', '=', territoryId)
    .$if(afterId !== null, (query) => query.where('request_id', '>', afterId as string))
    .orderBy('request_id')
    .limit(limit)
    .execute();
  return rows.map(({ request_id }) => request_id);
}

export async function moveRecount(tx: Tx, territoryId: string, afterId: string): Promise<void> {
  await on(tx)
    .updateTable('request_recount')
    .set({ after_id: afterId })
    .where('territory_id', '=', territoryId)
    .execute();
}

export async function endRecount(tx: Tx, territoryId: string): Promise<void> {
  await on(tx).deleteFrom('request_recount').where('territory_id', '=', territoryId).execute();
}
