import type { Act } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { actOfReaction, eventsOf, type StoredEvent } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { membersOf } from '../duplicates/store.ts';
import { SERVICE_REQUEST_EVENTS, serviceRequestEvent } from '../events.ts';
import { catalogueOf } from '../offered-services.ts';
import { priorityOf } from '../priority.ts';
import type { ServiceRequest } from '../service-request.ts';
import { lockRequest, refreshRequest } from '../store.ts';
import { countResidents, type Reachable } from './count-residents.ts';
import { explainPriority } from './explain-priority.ts';
import { exposureAt } from './exposure-at.ts';
import { exposureOf, factsOfCourse } from './facts.ts';

const REASSESS = 'service-requests/reassess-the-exposure';

/** Finds who follows a request beside those who reported it. */
export type FollowersOf = (
  tx: Tx,
  territoryId: string,
  requestId: string,
) => Promise<readonly Reachable[]>;

/**
 * Weighs again how many people a request concerns, after others joined it or follow it, after it was
 * reopened or moved; its priority goes with it, and the story says why.
 *
 * Told late or twice it comes to the same: everything is counted anew. Nobody's judgement changes,
 * so the version stays: a dispatcher who is typing is not sent back.
 */
export const reassessment = (followersOf: FollowersOf) => ({
  name: REASSESS,
  on: [
    'service-request.joined',
    'service-request.left',
    'service-request.unmerged',
    'service-request.corrected',
    'service-request.followed',
    'service-request.unfollowed',
    SERVICE_REQUEST_EVENTS.reopened,
  ],
  react(platform: Platform, tx: Tx, { territoryId, subject }: StoredEvent): Promise<void> {
    const act = actOfReaction(platform, REASSESS, territoryId);
    return reassess(platform, tx, act, subject, followersOf);
  },
});

/** Weighs one request anew, and tells when its priority moved. */
export async function reassess(
  platform: Platform,
  tx: Tx,
  act: Act,
  id: string,
  followersOf: FollowersOf,
): Promise<void> {
  const { territoryId } = act;
  const request = await lockRequest(tx, territoryId, id);
  if (!request) return;
  const followers = await followersOf(tx, territoryId, request.id);
  const weighed = await weigh(platform, tx, territoryId, request, followers);
  await refreshRequest(tx, territoryId, weighed);
  if (weighed.priority === request.priority || request.closedAt) return;
  const facts = { fromPriority: request.priority, exposure: weighed.exposure };
  const event = serviceRequestEvent('reprioritized', weighed, facts, explainPriority(weighed));
  await platform.events.publish(tx, act, event);
}

async function weigh(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  request: ServiceRequest,
  followers: readonly Reachable[],
): Promise<ServiceRequest> {
  const { grid, weights } = await catalogueOf(platform, territoryId);
  const place = await exposureAt(platform, territoryId, request.point, weights);
  const members = await membersOf(tx, territoryId, request.id);
  const events = await eventsOf(tx, territoryId, [request.id]);
  const people = [request.contact, ...members.map(({ contact }) => contact), ...followers];
  const exposureFacts = [
    ...place.exposureFacts,
    ...factsOfCourse(
      {
        residents: countResidents(people),
        reopened: events.filter(({ type }) => type === SERVICE_REQUEST_EVENTS.reopened).length,
      },
      weights,
    ),
  ];
  const exposure = exposureOf(exposureFacts);
  const { severity, urgency } = request;
  const priority = priorityOf(grid, severity, urgency, exposure);
  return { ...request, exposure, exposureFacts, priority };
}
