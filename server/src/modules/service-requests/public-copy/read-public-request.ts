import type { Tx } from '../../../platform/db/index.ts';
import { eventsOf } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { organizationsById } from '../../organizations/index.ts';
import { STATUS_LABELS } from '../labels.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequest, photosOf } from '../store.ts';
import { organizationOf } from '../summary.ts';
import { timelineOf } from '../timeline.ts';
import { maskAddress, placeTest } from './mask-request.ts';
import { isPhotoVisible, type PublicCopy, type PublicSetting, visibleText } from './model.ts';
import { publicPhotoId } from './public-photo-id.ts';
import { isShown, windowOf } from './public-window.ts';
import { readSetting } from './read-setting.ts';
import { findCopies } from './store.ts';

interface Shown {
  request: ServiceRequest;
  copy: PublicCopy | undefined;
  setting: PublicSetting;
}

/**
 * One request as everyone may read it: what, where, who has it, how far it is, when it is planned.
 * Never a tracking code, a contact, nor the words of an answer, which name people.
 *
 * @throws Problem `not-found` (404), also when the map shows it no longer
 */
export async function readPublicRequest(
  platform: Platform,
  territoryId: string,
  id: string,
  language: 'fr' | 'en',
) {
  const { read } = platform.db;
  const { request, copy, setting } = await findShown(platform, read, territoryId, id);
  const [names, events, photos, isPlace] = await Promise.all([
    organizationsById(platform, read, territoryId),
    eventsOf(read, territoryId, [id]),
    photosOf(read, territoryId, [id]),
    placeTest(platform, read, territoryId),
  ]);
  return {
    id: request.id,
    serviceCode: request.serviceCode,
    serviceName: request.serviceName,
    serviceGroup: request.serviceGroup,
    status: request.status,
    statusLabel: STATUS_LABELS[request.status][language],
    leaderId: request.mergedIntoId,
    address: maskAddress(request.address, isPlace),
    communeName: request.communeName,
    point: request.point,
    organization: organizationOf(request, names),
    receivedAt: request.receivedAt.toISOString(),
    updatedAt: request.updatedAt.toISOString(),
    closedAt: request.closedAt?.toISOString() ?? null,
    plannedFor: plannedFor(request),
    text: visibleText(copy, setting.textPolicy),
    photos: photos
      .filter(({ fileId }) => isPhotoVisible(copy, fileId, setting.photoPolicy))
      .map(({ fileId, kind }) => ({ id: publicPhotoId(fileId), kind })),
    // What was said is its author's and the town's; that something happened is everyone's.
    timeline: timelineOf(events, names, 'follower', language)
      .filter(({ type }) => type !== 'service-request.commented')
      .map(({ id, at, title, organizationName }) => ({ id, at, title, organizationName })),
  };
}

/** A photo of a request while everyone may see it. @throws Problem `not-found` (404) */
export async function readPublicPhoto(
  platform: Platform,
  territoryId: string,
  { id, photoId, size }: { id: string; photoId: string; size: 'full' | 'thumb' },
) {
  const { read } = platform.db;
  const { copy, setting } = await findShown(platform, read, territoryId, id);
  const photos = await photosOf(read, territoryId, [id]);
  const found = photos.find(({ fileId }) => publicPhotoId(fileId) === photoId);
  ensure(found && isPhotoVisible(copy, found.fileId, setting.photoPolicy), commonProblems.notFound);
  const photo = await platform.files.read(territoryId, found.fileId, size);
  ensure(photo, commonProblems.notFound);
  return photo;
}

async function findShown(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<Shown> {
  const [request, copies, setting] = await Promise.all([
    findRequest(tx, territoryId, id),
    findCopies(tx, territoryId, [id]),
    readSetting(tx, territoryId),
  ]);
  const window = windowOf(setting, platform.clock.now());
  ensure(request && isShown(request, window), commonProblems.notFound);
  return { request, copy: copies.get(id), setting };
}

/** The day of the visit, while one is to come. */
export function plannedFor({
  status,
  workOrder,
}: Pick<ServiceRequest, 'status' | 'workOrder'>): string | null {
  return status === 'planned' && workOrder ? workOrder.scheduledStart.toISOString() : null;
}
