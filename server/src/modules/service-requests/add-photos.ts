import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PhotoKind } from './model.ts';
import type { ServiceRequest } from './service-request.ts';
import { insertPhotos, photosOf } from './store.ts';

/**
 * Ties uploaded photos to a request.
 *
 * @returns how many it has now
 * @throws Problem `/problems/files/unknown-file` (422)
 */
export async function addPhotos(
  platform: Platform,
  tx: Tx,
  { territoryId, at }: Pick<Act, 'territoryId' | 'at'>,
  request: ServiceRequest,
  fileIds: readonly string[],
  kind: PhotoKind,
): Promise<number> {
  if (fileIds.length === 0) return request.photoCount;
  await platform.files.attach(tx, territoryId, [...fileIds], at);
  await insertPhotos(
    tx,
    fileIds.map((fileId) => ({ territoryId, requestId: request.id, value: { fileId, kind, at } })),
  );
  return (await photosOf(tx, territoryId, [request.id])).length;
}
