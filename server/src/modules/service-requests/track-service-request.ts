import { eventsOf, type StoredEvent } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Text } from '../../platform/problem/index.ts';
import { organizationsById } from '../organizations/index.ts';
import { trackingUrl } from './acknowledgement.ts';
import { legalDateOf } from './commitments/legal-date.ts';
import { ledBy, sharedStory } from './duplicates/led-by.ts';
import { nextStepOf } from './hand-over/next-step.ts';
import { DISPUTED_STEP, PLAIN_NEXT_STEPS, STATUS_LABELS, WAITING_STEP } from './labels.ts';
import { isClosed } from './model.ts';
import { stepsFor } from './next-steps.ts';
import { catalogueOf } from './offered-services.ts';
import { contestableUntil } from './residents/contest-service-request.ts';
import { type FollowerOf, findTracked, type Tracked } from './residents/find-tracked.ts';
import { voterOf } from './residents/rate-service-request.ts';
import { ratingOf } from './residents/store.ts';
import type { TrackingView } from './schemas.ts';
import type { ServiceRequest } from './service-request.ts';
import { findRequest, photosOf } from './store.ts';
import { organizationOf } from './summary.ts';
import { timelineOf } from './timeline.ts';

export interface TrackServiceRequest {
  /** The code as it was typed, or the key of a follower. */
  code: string;
  language?: 'fr' | 'en';
  /** In French that is easy to read (FALC). */
  plain?: boolean;
}

/**
 * What becomes of a request, for whoever holds its code or follows it: no account, no personal data.
 *
 * @throws Problem `unknown-tracking-code` (404), the same for a code that cannot exist
 */
export async function trackServiceRequest(
  platform: Platform,
  territoryId: string,
  followerOf: FollowerOf,
  { code, language = 'fr', plain = false }: TrackServiceRequest,
): Promise<TrackingView> {
  const { read } = platform.db;
  const voice = plain ? 'plain' : language;
  const [{ request, role, key }, names, { byCode }] = await Promise.all([
    findTracked(read, territoryId, code, followerOf),
    organizationsById(platform, read, territoryId),
    catalogueOf(platform, territoryId),
  ]);
  const leaderId = request.mergedIntoId;
  const both = leaderId ? [request.id, leaderId] : [request.id];
  const [leader, events, photos, score, legal] = await Promise.all([
    leaderId ? findRequest(read, territoryId, leaderId) : undefined,
    eventsOf(read, territoryId, both),
    photosOf(read, territoryId, both),
    ratingOf(read, territoryId, request.id, voterOf(key)),
    role === 'reporter' ? legalDateOf(platform, read, territoryId, request) : null,
  ]);
  const told = leader ? ledBy(request, leader) : request;
  const closed = isClosed(told.status);
  const until = contestableUntil(told);
  const question = events.findLast(({ type }) => type === 'service-request.waiting')?.reason;
  // What the town asked another, or another wrote to it, is theirs.
  const readerOf = ({ subject }: StoredEvent) =>
    role === 'reporter' && subject === request.id ? 'resident' : 'follower';
  return {
    key,
    role,
    code: request.code,
    serviceCode: request.serviceCode,
    serviceName: request.serviceName,
    status: told.status,
    statusLabel: STATUS_LABELS[told.status][language],
    place: request.address,
    point: request.point,
    communeName: request.communeName,
    receivedAt: request.receivedAt.toISOString(),
    updatedAt: told.updatedAt.toISOString(),
    closedAt: told.closedAt?.toISOString() ?? null,
    plannedAt: closed ? null : (told.workOrder?.scheduledStart.toISOString() ?? null),
    organization: organizationOf(told, names),
    nextStep: whatNext(told, organizationOf(told, names)?.name ?? null, role)[voice],
    // What a visit or an answer has overtaken is not said any more.
    serviceSteps:
      told.status === 'received' || told.status === 'triaged'
        ? stepsFor(byCode.get(told.serviceCode)?.nextSteps, voice)
        : null,
    dueAt: closed ? null : (told.dueAt?.toISOString() ?? null),
    legal,
    // Not its code, which opens what its own reporter may write.
    joinedTo: leader
      ? { receivedAt: leader.receivedAt.toISOString(), reports: 1 + leader.duplicatesCount }
      : null,
    evidence: told.evidence,
    question: role === 'reporter' && request.waitingSince ? (question ?? null) : null,
    contestableUntil: until && until >= platform.clock.now() ? until.toISOString() : null,
    reopenedCount: told.reopenedCount,
    score: score ?? null,
    timeline: timelineOf(
      leader ? sharedStory(events, request.id) : events,
      names,
      readerOf,
      voice,
    ).map(({ id, at, type, title, detail, organizationName }) => ({
      id,
      at,
      type,
      title,
      detail,
      organizationName,
    })),
    photos: photos
      .filter(({ kind, requestId }) => requestId === request.id || kind !== 'resident')
      .map(({ fileId, kind }) => ({ fileId, kind })),
    confirmation: trackingUrl(platform, request.code),
  };
}

/** What comes next, for whose turn it is. */
function whatNext(
  request: ServiceRequest,
  holderName: string | null,
  role: Tracked['role'],
): Text & { plain: string } {
  if (request.waitingSince && role === 'reporter') return WAITING_STEP;
  if (request.disputedAt) return DISPUTED_STEP;
  return { ...nextStepOf(request, holderName), plain: PLAIN_NEXT_STEPS[request.status] };
}
