import type { Actor } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { organizationsById } from '../../organizations/index.ts';
import { type Contact, readContact } from '../contact.ts';
import { STATUS_LABELS } from '../labels.ts';
import { catalogueOf } from '../offered-services.ts';
import { governed, mayAnswerCalls, mayList, mayRead } from '../policy.ts';
import { problems } from '../problems.ts';
import { maskAddress, placeTest } from '../public-copy/mask-request.ts';
import { isPhotoVisible, type PublicCopy, visibleText } from '../public-copy/model.ts';
import { publicPhotoId } from '../public-copy/public-photo-id.ts';
import { isShown, windowOf } from '../public-copy/public-window.ts';
import { readSetting } from '../public-copy/read-setting.ts';
import { findCopies } from '../public-copy/store.ts';
import type { DuplicateCandidate } from '../schemas.ts';
import { photosOf } from '../store.ts';
import { organizationOf } from '../summary.ts';
import { type Found, findDuplicates, type Reading } from './find-duplicates.ts';
import { candidateView } from './present-group.ts';
import type { DeskDuplicatesQuery, DuplicatesQuery, PublicDuplicate } from './schemas.ts';
import { tellLikeness } from './tell-likeness.ts';

/** Of what an operator may read, while a call is being written down. */
export async function lookUpDuplicates(
  platform: Platform,
  territoryId: string,
  actor: Actor,
  { phone, email, ...query }: DeskDuplicatesQuery,
): Promise<DuplicateCandidate[]> {
  ensure(mayList(actor));
  // Who calls is compared for those alone who may know who called.
  const contact = mayAnswerCalls(actor) ? readContact({ phone, email }) : undefined;
  const found = await lookUp(platform, territoryId, query, 'whole', contact);
  const names = await organizationsById(platform, platform.db.read, territoryId);
  return found
    .filter(({ request }) => mayRead(actor, governed(request)))
    .map((one) => candidateView(one, names, null));
}

/** From here on it is worth a resident's minute: more often the same than not. */
const WORTH_ASKING = 0.5;
const SHOWN = 3;

/**
 * For whoever is about to report: what, where, when and its state, with the words and the photo that
 * the territory publishes, if any. Nothing else that anyone wrote, not even through what is found or
 * not.
 */
export async function lookUpPublicDuplicates(
  platform: Platform,
  territoryId: string,
  query: DuplicatesQuery,
  language: 'fr' | 'en',
): Promise<PublicDuplicate[]> {
  const { read } = platform.db;
  const setting = await readSetting(read, territoryId);
  let copies: ReadonlyMap<string, PublicCopy> = new Map();
  const textOf = (id: string) => visibleText(copies.get(id), setting.textPolicy);
  const found = await lookUp(platform, territoryId, query, async (ids) => {
    copies = await findCopies(read, territoryId, ids);
    return new Map(ids.map((id) => [id, textOf(id) ?? '']));
  });
  const window = windowOf(setting, platform.clock.now());
  const shown = found
    .filter(({ request, likeness }) => likeness.score >= WORTH_ASKING && isShown(request, window))
    .slice(0, SHOWN);
  if (shown.length === 0) return [];
  const ids = shown.map(({ request }) => request.id);
  const [names, photos, isPlace] = await Promise.all([
    organizationsById(platform, read, territoryId),
    photosOf(read, territoryId, ids),
    placeTest(platform, read, territoryId),
  ]);
  const photoOf = (id: string) =>
    photos.find(
      ({ requestId, fileId }) =>
        requestId === id && isPhotoVisible(copies.get(id), fileId, setting.photoPolicy),
    );
  return shown.map(({ request, likeness }) => {
    const photo = photoOf(request.id);
    return {
      id: request.id,
      serviceName: request.serviceName,
      status: request.status,
      statusLabel: STATUS_LABELS[request.status][language],
      address: maskAddress(request.address, isPlace),
      point: request.point,
      organization: organizationOf(request, names),
      receivedAt: request.receivedAt.toISOString(),
      closedAt: request.closedAt?.toISOString() ?? null,
      reports: 1 + request.duplicatesCount,
      metres: Math.round(likeness.metres),
      reason: tellLikeness(likeness, 'everyone'),
      text: textOf(request.id),
      photoId: photo ? publicPhotoId(photo.fileId) : null,
    };
  });
}

async function lookUp(
  platform: Platform,
  territoryId: string,
  { serviceCode, lat, long, accuracy, q }: DuplicatesQuery,
  reading: Reading,
  contact?: Contact,
): Promise<Found[]> {
  const { byCode } = await catalogueOf(platform, territoryId);
  const service = byCode.get(serviceCode);
  ensure(service, () => problems.unknownService({ serviceCode }));
  const sought = {
    serviceCode,
    serviceGroup: service.group,
    point: { lat, long },
    accuracy,
    at: platform.clock.now(),
    description: q ?? '',
    ...(contact && { contact }),
  };
  return findDuplicates(platform, platform.db.read, territoryId, sought, reading);
}
