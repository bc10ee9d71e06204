import type { Tx } from '../../../platform/db/index.ts';
import type { StoredEvent } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { ImportedEventData } from '../events.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequests } from '../store.ts';
import { maskDescription, placeTest } from './mask-request.ts';
import type { PublicCopy } from './model.ts';
import { isShown, windowOf } from './public-window.ts';
import { readSetting } from './read-setting.ts';
import { findCopies, insertCopies, lockCopy, saveCopy } from './store.ts';

/** Makes the masked copy of what a resident wrote; a person reads it before everyone does. */
export async function prepareReceived(platform: Platform, tx: Tx, told: StoredEvent) {
  await prepare(platform, tx, told.territoryId, [told.subject]);
}

/**
 * The same for what came from another tool, as far as the public map still shows it: nobody will
 * read the words of ten years.
 */
export async function prepareImported(platform: Platform, tx: Tx, told: StoredEvent) {
  const { ids } = told.data as unknown as ImportedEventData;
  await prepare(platform, tx, told.territoryId, ids);
}

/** A crew's photo waits to be looked at, as a resident's does. */
export async function awaitPhotos(_: Platform, tx: Tx, told: StoredEvent): Promise<void> {
  const { serviceRequestId, photoIds } = told.data as {
    serviceRequestId: string | null;
    photoIds: string[];
  };
  if (!serviceRequestId || photoIds.length === 0) return;
  const copy = await lockCopy(tx, told.territoryId, serviceRequestId);
  if (!copy) return;
  const seen = new Set([...copy.shownPhotoIds, ...copy.hiddenPhotoIds]);
  if (photoIds.every((id) => seen.has(id))) return;
  const since = copy.photosWaiting ? copy.since : told.at;
  await saveCopy(tx, told.territoryId, { ...copy, photosWaiting: true, since });
}

async function prepare(platform: Platform, tx: Tx, territoryId: string, ids: string[]) {
  const [requests, known, setting, isPlace] = [
    await findRequests(tx, territoryId, ids),
    await findCopies(tx, territoryId, ids),
    await readSetting(tx, territoryId),
    await placeTest(platform, tx, territoryId),
  ];
  const window = windowOf(setting, platform.clock.now());
  const fresh = requests.filter((request) => !known.has(request.id) && isShown(request, window));
  await insertCopies(
    tx,
    territoryId,
    fresh.map((request) => copyOf(request, isPlace)),
  );
}

/** The copy of a request that nobody has read yet. Without words there are none to read. */
export function copyOf(
  request: Pick<ServiceRequest, 'id' | 'description' | 'contact' | 'photoCount' | 'receivedAt'>,
  isPlace: (name: string) => boolean,
): PublicCopy {
  const { text, kinds } = maskDescription(request, isPlace);
  return {
    requestId: request.id,
    text,
    masked: kinds,
    textState: text === '' ? 'published' : 'waiting',
    kept: false,
    photosWaiting: request.photoCount > 0,
    shownPhotoIds: [],
    hiddenPhotoIds: [],
    flaggedPhotoIds: [],
    since: request.receivedAt,
  };
}
