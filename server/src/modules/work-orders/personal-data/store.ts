import { type Tx, tables } from '../../../platform/db/index.ts';
import type { WorkOrderTables } from '../tables.ts';

const on = tables<WorkOrderTables>();

/** What people wrote about a visit. */
export type OrderWords = Pick<
  WorkOrderTables['work_order'],
  'id' | 'number' | 'title' | 'instructions' | 'outcome'
>;

const orders = (tx: Tx, territoryId: string) =>
  on(tx)
    .selectFrom('work_order')
    .select(['id', 'number', 'title', 'instructions', 'outcome'])
    .where('territory_id', '=', territoryId);

/** Visits that answer these requests. */
export async function ordersFor(
  tx: Tx,
  territoryId: string,
  requestIds: string[],
): Promise<OrderWords[]> {
  if (requestIds.length === 0) return [];
  return orders(tx, territoryId).where('service_request_id', 'in', requestIds).execute();
}

/** Visits that ended before this, as they were written. */
export function ordersToMask(
  tx: Tx,
  territoryId: string,
  before: Date,
  limit: number,
): Promise<OrderWords[]> {
  return orders(tx, territoryId)
    .where('ended_at', '<', before)
    .where('anonymised_at', 'is', null)
    .orderBy('ended_at')
    .limit(limit)
    .execute();
}

export async function replaceWords(
  tx: Tx,
  territoryId: string,
  id: string,
  words: Pick<OrderWords, 'title' | 'instructions' | 'outcome'>,
  at: Date,
): Promise<void> {
  await on(tx)
    .updateTable('work_order')
    .set((set) => ({ ...words, anonymised_at: at, version: set('version', '+', 1) }))
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .execute();
}
