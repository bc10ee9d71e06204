import type { Act } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { addPhotos } from '../add-photos.ts';
import { cleanText } from '../clean-text.ts';
import { serviceRequestEvent } from '../events.ts';
import { advance } from '../model.ts';
import { problems } from '../problems.ts';
import { reopened } from '../reopen-service-request.ts';
import type { ServiceRequest } from '../service-request.ts';
import { updateRequest } from '../store.ts';
import { type FollowerOf, lockTracked } from './find-tracked.ts';
import type { ResidentWords } from './hear-resident.ts';

/** Days after its closing during which whoever follows a request may say that it is not done. */
const CONTEST_DAYS = 60;
const DAY_MS = 24 * 60 * 60_000;

/** Until when the closing may be disputed; null when there is nothing to dispute. */
export function contestableUntil({ closedAt }: Pick<ServiceRequest, 'closedAt'>): Date | null {
  return closedAt && new Date(closedAt.getTime() + CONTEST_DAYS * DAY_MS);
}

/**
 * « Ce n’est pas fait »: whoever follows a closed request reopens it. It stays with the organization
 * that has it, at the top of its inbox, until somebody there acts.
 *
 * @throws Problem `unknown-tracking-code` (404), `cannot-contest` (409)
 */
export function contestServiceRequest(
  platform: Platform,
  act: Act,
  followerOf: FollowerOf,
  { code, text, photoIds = [] }: ResidentWords & { code: string },
): Promise<void> {
  return platform.perform(act, async (tx) => {
    const { request, role } = await lockTracked(tx, act.territoryId, code, followerOf);
    const until = contestableUntil(request);
    const progress = until && act.at <= until ? advance(request, 'reopen', act.at) : undefined;
    ensure(progress, () => problems.cannotContest({ days: String(CONTEST_DAYS) }));
    const disputed: ServiceRequest = {
      ...request,
      ...progress,
      ...reopened(request),
      photoCount: await addPhotos(platform, tx, act, request, photoIds, 'resident'),
      disputedAt: act.at,
    };
    await updateRequest(tx, act.territoryId, disputed);
    // `by` tells a reopening by residents from one by the town itself, and never by whom.
    const facts = { by: 'follower', voice: role, photoIds };
    await platform.events.publish(
      tx,
      act,
      serviceRequestEvent('reopened', disputed, facts, cleanText(text)),
    );
  });
}
