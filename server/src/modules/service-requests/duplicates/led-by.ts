import type { Tx } from '../../../platform/db/index.ts';
import type { StoredEvent } from '../../../platform/events/index.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequests } from '../store.ts';

/**
 * A joined request as its own reporter reads it: its number, place and date, and how far its leader
 * is. Its own columns keep what it was, for the day when it is taken out again.
 */
export function ledBy(member: ServiceRequest, leader: ServiceRequest): ServiceRequest {
  return {
    ...member,
    status: leader.status,
    closedAt: leader.closedAt,
    organizationId: leader.organizationId,
    assignment: leader.assignment,
    assignmentReason: leader.assignmentReason,
    workOrder: leader.workOrder,
    updatedAt: leader.updatedAt,
    reopenedCount: leader.reopenedCount,
    disputedAt: leader.disputedAt,
    evidence: leader.evidence,
  };
}

/** Requests as what leads each of them has it; the others as they are. */
export async function asLed(
  tx: Tx,
  territoryId: string,
  requests: readonly ServiceRequest[],
): Promise<ServiceRequest[]> {
  const leaderIds = requests.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
  if (leaderIds.length === 0) return [...requests];
  const leaders = new Map(
    (await findRequests(tx, territoryId, [...new Set(leaderIds)])).map((one) => [one.id, one]),
  );
  return requests.map((request) => {
    const leader = request.mergedIntoId && leaders.get(request.mergedIntoId);
    return leader ? ledBy(request, leader) : request;
  });
}

/** Facts of the work, which name nobody: told whenever they happened. */
const FACTS = ['service-request.planned', 'service-request.started', 'service-request.done'];
/** Nothing is left of it without its words. */
const MESSAGE = 'service-request.commented';
/** What is of the leader's own beginning, or of its group. */
const ITS_OWN = ['service-request.received', 'service-request.joined', 'service-request.left'];

/**
 * The story of a joined request: its own, then its leader's. Of what was written to the leader's
 * reporter before the two were joined, only that it happened: those words were for one person.
 *
 * @param events - of both, in their order
 */
export function sharedStory(
  events: readonly StoredEvent[],
  memberId: string,
): readonly StoredEvent[] {
  const joinedAt = events.findLastIndex(
    ({ subject, type }) => subject === memberId && type === 'service-request.merged',
  );
  return events.flatMap((event, index): StoredEvent[] => {
    if (event.subject === memberId) return [event];
    if (ITS_OWN.includes(event.type)) return [];
    if (index > joinedAt || FACTS.includes(event.type)) return [event];
    return event.type === MESSAGE ? [] : [{ ...event, reason: null }];
  });
}
