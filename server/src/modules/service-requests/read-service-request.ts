import type { Actor } from '../../platform/acts/index.ts';
import { eventsOf } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { organizationsById } from '../organizations/index.ts';
import { governed, mayRead, readsNotesOf } from './policy.ts';
import { detailOf } from './present.ts';
import type { RequestDetail } from './schemas.ts';
import type { ServiceRequest } from './service-request.ts';
import { findRequest } from './store.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

/** One request whole. @throws Problem `not-found` (404), also when the actor may not see it */
export async function readServiceRequest(
  platform: Platform,
  territoryId: string,
  actor: Actor,
  id: string,
): Promise<RequestDetail> {
  const request = await readable(platform, territoryId, actor, id);
  return detailOf(platform, platform.db.read, territoryId, actor, request);
}

/** Its story, as colleagues read it. @throws Problem `not-found` (404) likewise */
export async function readTimeline(
  platform: Platform,
  territoryId: string,
  actor: Actor,
  id: string,
): Promise<TimelineEntry[]> {
  const { read } = platform.db;
  const request = await readable(platform, territoryId, actor, id);
  const names = await organizationsById(platform, read, territoryId);
  return timelineOf(await eventsOf(read, territoryId, [request.id]), names, {
    notesOf: readsNotesOf(actor),
  });
}

async function readable(
  { db }: Platform,
  territoryId: string,
  actor: Actor,
  id: string,
): Promise<ServiceRequest> {
  const request = await findRequest(db.read, territoryId, id);
  ensure(request && mayRead(actor, governed(request)), commonProblems.notFound);
  return request;
}
