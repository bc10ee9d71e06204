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
 * Whoever wrote to the town wrote to the town: their own words and photos are for the key of an
 * organization that has or shares the request. Everyone reads the public copy, masked and moderated
 * as on the public map; for what came by Open311, where reports are public by contract, masked is
 * enough.
 *
 * @param origin - before the addresses of photos
 * @param whole - ids of the requests that the caller reads whole
 */
export async function wordsFor(
  platform: Platform,
  territoryId: string,
  requests: readonly ServiceRequest[],
  { origin, whole }: { origin: string; whole: ReadonlySet<string> },
): Promise<Map<string, Words>> {
  const own = requests.filter(({ id }) => whole.has(id));
  const others = requests.filter(({ id }) => !whole.has(id));
  const [theirs, everyones] = await Promise.all([
    ownWords(platform, territoryId, own, origin),
    publicWords(platform, territoryId, others, origin),
  ]);
  return new Map([...theirs, ...everyones]);
}

async function ownWords(
  platform: Platform,
  territoryId: string,
  requests: readonly ServiceRequest[],
  origin: string,
): Promise<[string, Words][]> {
  const photos = await photosToPublish(platform.db.read, territoryId, photographed(requests));
  const url = (fileId: string) => `${origin}/api/v1/files/${fileId}`;
  return requests.map(({ id, description, address }) => {
    const shown = (photos.get(id) ?? []).map(({ fileId, at }) => ({ url: url(fileId), at }));
    return [id, { description, address, photos: shown, whole: true }];
  });
}

async function publicWords(
  platform: Platform,
  territoryId: string,
  requests: readonly ServiceRequest[],
  origin: string,
): Promise<[string, Words][]> {
  if (requests.length === 0) return [];
  const { read } = platform.db;
  const ids = requests.map(({ id }) => id);
  const [photos, copies, setting, isPlace] = await Promise.all([
    photosToPublish(read, territoryId, photographed(requests)),
    findCopies(read, territoryId, ids),
    readSetting(read, territoryId),
    placeTest(platform, read, territoryId),
  ]);
  return requests.map((request) => {
    const { id, address } = request;
    const copy = copies.get(id);
    const shown = (photos.get(id) ?? [])
      .filter(({ fileId }) => isPhotoVisible(copy, fileId, setting.photoPolicy))
      .map(({ fileId, at }) => ({
        url: `${origin}/api/v1/public/service-requests/${id}/photos/${publicPhotoId(fileId)}`,
        at,
      }));
    const description = publicText(request, copy, setting);
    return [
      id,
      { description, address: maskAddress(address, isPlace), photos: shown, whole: false },
    ];
  });
}

const photographed = (requests: readonly ServiceRequest[]): string[] =>
  requests.filter(({ photoCount }) => photoCount > 0).map(({ id }) => id);

function publicText(
  { isPublic }: ServiceRequest,
  copy: PublicCopy | undefined,
  { textPolicy }: PublicSetting,
): string {
  const policy = isPublic && textPolicy === 'moderated' ? 'at-once' : textPolicy;
  return visibleText(copy, policy) ?? '';
}
