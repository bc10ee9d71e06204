import { insertRows, sql, type Tx, tables } from '../../platform/db/index.ts';
import type { WorkOrderTables } from './tables.ts';
import type { Photo } from './work-order.ts';

const on = tables<WorkOrderTables>();

/** Adds pictures; one that is there already stays as it is. */
export async function addPhotos(
  tx: Tx,
  territoryId: string,
  photos: readonly Photo[],
): Promise<void> {
  if (photos.length === 0) return;
  const rows = photos.map((photo) => ({
    territory_id: territoryId,
    work_order_id: photo.workOrderId,
    file_id: photo.fileId,
    kind: photo.kind,
    at: photo.at,
  }));
  await insertRows('work_order_photo', rows, sql`ON CONFLICT DO NOTHING`).execute(on(tx));
}

/** The pictures of some orders, oldest first. */
export async function photosOf(
  tx: Tx,
  territoryId: string,
  workOrderIds: readonly string[],
): Promise<Photo[]> {
  const rows = await on(tx)
    .selectFrom('work_order_photo')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('work_order_id', '=', sql<string>`any(${workOrderIds}::uuid[])`)
    .orderBy('at')
    .orderBy('file_id')
    .execute();
  return rows.map((row) => ({
    workOrderId: row.work_order_id,
    fileId: row.file_id,
    kind: row.kind,
    at: row.at,
  }));
}
