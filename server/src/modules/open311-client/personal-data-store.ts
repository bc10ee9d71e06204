import { type Tx, tables } from '../../platform/db/index.ts';
import type { Open311ClientTables } from './tables.ts';

const on = tables<Open311ClientTables>();

/** What the other program wrote about these requests. */
export async function wordsAbout(tx: Tx, territoryId: string, requestIds: string[]) {
  if (requestIds.length === 0) return [];
  return on(tx)
    .selectFrom('open311_relay')
    .select([
      'id',
      'their_id as theirNumber',
      'their_status as theirStatus',
      'their_notes as theirNotes',
      'last_error as lastError',
      'created_at as createdAt',
    ])
    .where('territory_id', '=', territoryId)
    .where('service_request_id', 'in', requestIds)
    .execute();
}

/** What the other program wrote about requests passed on before this, and that is still kept. */
export async function wordsBefore(
  tx: Tx,
  territoryId: string,
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('open311_relay')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('created_at', '<', before)
    .where((is) => is.or([is('their_notes', 'is not', null), is('last_error', 'is not', null)]))
    .orderBy('created_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Forgets the words; that the request was passed on, and under which number, stays. */
export async function forgetTheirWords(tx: Tx, territoryId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await on(tx)
    .updateTable('open311_relay')
    .set({ their_notes: null, last_error: null })
    .where('territory_id', '=', territoryId)
    .where('id', 'in', ids)
    .execute();
}
