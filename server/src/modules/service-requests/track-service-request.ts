import { eventsOf } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { organizationsById } from '../organizations/index.ts';
import { trackingUrl } from './acknowledgement.ts';
import { ledBy, sharedStory } from './duplicates/led-by.ts';
import { nextStepOf } from './hand-over/next-step.ts';
import { STATUS_LABELS } from './labels.ts';
import { problems } from './problems.ts';
import type { TrackingView } from './schemas.ts';
import { findByCode, findRequest, photosOf } from './store.ts';
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
  const leaderId = request.mergedIntoId;
  const both = leaderId ? [request.id, leaderId] : [request.id];
  const [leader, events, photos] = await Promise.all([
    leaderId ? findRequest(read, territoryId, leaderId) : undefined,
    eventsOf(read, territoryId, both),
    photosOf(read, territoryId, both),
  ]);
  const told = leader ? ledBy(request, leader) : request;
  return {
    code: request.code,
    serviceCode: request.serviceCode,
    serviceName: request.serviceName,
    status: told.status,
    statusLabel: STATUS_LABELS[told.status][language],
    place: request.address,
    point: request.point,
    communeName: request.communeName,
    receivedAt: request.receivedAt.toISOString(),
    closedAt: told.closedAt?.toISOString() ?? null,
    organization: organizationOf(told, names),
    nextStep: nextStepOf(told, organizationOf(told, names)?.name ?? null)[language],
    // Not its code, which opens what its own reporter may write.
    joinedTo: leader
      ? { receivedAt: leader.receivedAt.toISOString(), reports: 1 + leader.duplicatesCount }
      : null,
    timeline: timelineOf(leader ? sharedStory(events, request.id) : events, names, 'resident').map(
      ({ at, title, detail, organizationName }) => ({ at, title, detail, organizationName }),
    ),
    photos: photos
      .filter(({ kind, requestId }) =>
        requestId === request.id ? kind !== 'before' : kind === 'after',
      )
      .map(({ fileId, kind }) => ({ fileId, kind })),
    confirmation: trackingUrl(platform, request.code),
  };
}
