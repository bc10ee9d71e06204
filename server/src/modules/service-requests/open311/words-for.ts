import type { Platform } from '../../../platform/platform.ts';
import { maskAddress, placeTest } from '../public-copy/mask-request.ts';
import {
  isPhotoVisible,
  type PublicCopy,
  type PublicSetting,
  visibleText,
} from '../public-copy/model.ts';
import { publicPhotoId } from '../public-copy/public-photo-id.ts';
import { readSetting } from '../public-copy/read-setting.ts';
import { findCopies } from '../public-copy/store.ts';
import type { ServiceRequest } from '../service-request.ts';
import type { Words } from './present.ts';
import { photosToPublish } from './store.ts';

/**
 * What a caller may read of requests.
 *
 * Whoever wrote to the town wrote to the town: their own words and photos are for the holders of a
 * key. Everyone reads the public copy, masked and moderated as on the public map; for what came by
 * Open311, where reports are public by contract, masked is enough.
 *
 * @param origin - before the addresses of photos
 * @param whole - the caller holds a key
 */
export async function wordsFor(
  platform: Platform,
  territoryId: string,
  requests: readonly ServiceRequest[],
  { origin, whole }: { origin: string; whole: boolean },
): Promise<Map<string, Words>> {
  const { read } = platform.db;
  const photographed = requests.filter(({ photoCount }) => photoCount > 0).map(({ id }) => id);
  if (whole) {
    const photos = await photosToPublish(read, territoryId, photographed);
    const url = (fileId: string) => `${origin}/api/v1/files/${fileId}`;
    return new Map(
      requests.map(({ id, description, address }) => {
        const shown = (photos.get(id) ?? []).map(({ fileId, at }) => ({ url: url(fileId), at }));
        return [id, { description, address, photos: shown, whole }];
      }),
    );
  }
  const ids = requests.map(({ id }) => id);
  const [photos, copies, setting, isPlace] = await Promise.all([
    photosToPublish(read, territoryId, photographed),
    findCopies(read, territoryId, ids),
    readSetting(read, territoryId),
    placeTest(platform, read, territoryId),
  ]);
  return new Map(
    requests.map((request) => {
      const { id, address } = request;
      const copy = copies.get(id);
      const shown = (photos.get(id) ?? [])
        .filter(({ fileId }) => isPhotoVisible(copy, fileId, setting.photoPolicy))
        .map(({ fileId, at }) => ({
          url: `${origin}/api/v1/public/service-requests/${id}/photos/${publicPhotoId(fileId)}`,
          at,
        }));
      const description = publicText(request, copy, setting);
      return [id, { description, address: maskAddress(address, isPlace), photos: shown, whole }];
    }),
  );
}

function publicText(
  { isPublic }: ServiceRequest,
  copy: PublicCopy | undefined,
  { textPolicy }: PublicSetting,
): string {
  const policy = isPublic && textPolicy === 'moderated' ? 'at-once' : textPolicy;
  return visibleText(copy, policy) ?? '';
}
