import { eventsOf } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { organizationsById } from '../organizations/index.ts';
import { trackingUrl } from './acknowledgement.ts';
import { NEXT_STEPS, STATUS_LABELS } from './labels.ts';
import { problems } from './problems.ts';
import type { TrackingView } from './schemas.ts';
import { findByCode, photosOf } from './store.ts';
import { organizationOf } from './summary.ts';
import { timelineOf } from './timeline.ts';
import { parseTrackingCode } from './tracking-code.ts';

/**
 * What becomes of a request, for whoever holds its code: no account, no personal data.
 *
 * @param text - the code as it was typed
 * @throws Problem `unknown-tracking-code` (404), the same for a code that cannot exist
 */
export async function trackServiceRequest(
  platform: Platform,
  territoryId: string,
  text: string,
  language: 'fr' | 'en' = 'fr',
): Promise<TrackingView> {
  const { read } = platform.db;
  const code = parseTrackingCode(text);
  ensure(code !== undefined, problems.unknownTrackingCode);
  const [request, names] = await Promise.all([
    findByCode(read, territoryId, code),
    organizationsById(platform, read, territoryId),
  ]);
  ensure(request, problems.unknownTrackingCode);
  const [events, photos] = await Promise.all([
    eventsOf(read, territoryId, [request.id]),
    photosOf(read, territoryId, [request.id]),
  ]);
  return {
    code: request.code,
    serviceCode: request.serviceCode,
    serviceName: request.serviceName,
    status: request.status,
    statusLabel: STATUS_LABELS[request.status][language],
    place: request.address,
    point: request.point,
    communeName: request.communeName,
    receivedAt: request.receivedAt.toISOString(),
    closedAt: request.closedAt?.toISOString() ?? null,
    organization: organizationOf(request, names),
    nextStep: NEXT_STEPS[request.status][language],
    timeline: timelineOf(events, names, 'resident').map(
      ({ at, title, detail, organizationName }) => ({ at, title, detail, organizationName }),
    ),
    photos: photos
      .filter(({ kind }) => kind !== 'before')
      .map(({ fileId, kind }) => ({ fileId, kind })),
    confirmation: trackingUrl(platform, request.code),
  };
}
