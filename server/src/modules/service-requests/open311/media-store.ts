import { insertRows, type Tx, tables } from '../../../platform/db/index.ts';
import type { ServiceRequestTables } from '../tables.ts';

const on = tables<ServiceRequestTables>();

/** One picture to fetch, or what became of it. */
export type Media = ServiceRequestTables['service_request_media'];

export async function insertMedia(tx: Tx, media: readonly Media[]): Promise<void> {
  await insertRows(
    'service_request_media',
    media.map((row) => ({ ...row })),
  ).execute(on(tx));
}

export function findMedia(tx: Tx, territoryId: string, id: string): Promise<Media | undefined> {
  return on(tx)
    .selectFrom('service_request_media')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Writes what became of it. @returns false when another attempt has settled it meanwhile */
export async function settleMedia(
  tx: Tx,
  media: Media,
  outcome: Pick<Media, 'status' | 'reason' | 'attempts' | 'settled_at'>,
): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('service_request_media')
    .set(outcome)
    .where('territory_id', '=', media.territory_id)
    .where('id', '=', media.id)
    .where('status', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
