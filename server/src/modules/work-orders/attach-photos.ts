import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { addPhotos } from './photo-store.ts';
import type { WorkOrder } from './work-order.ts';

/**
 * Ties uploaded pictures to the order.
 *
 * @returns the ids that were tied
 * @throws Problem `unknown-file` (422) when one was never uploaded
 */
export async function attachPhotos(
  platform: Platform,
  tx: Tx,
  act: Act,
  order: WorkOrder,
  kind: 'before' | 'after',
  photoIds: string[] = [],
): Promise<string[]> {
  await platform.files.attach(tx, act.territoryId, photoIds, act.at);
  await addPhotos(
    tx,
    act.territoryId,
    photoIds.map((fileId) => ({ workOrderId: order.id, fileId, kind, at: act.at })),
  );
  return photoIds;
}
