import { createHash } from 'node:crypto';
import type { Act } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { cleanText } from '../clean-text.ts';
import { serviceRequestEvent } from '../events.ts';
import { isClosed, type Score } from '../model.ts';
import { problems } from '../problems.ts';
import { findRequest } from '../store.ts';
import { type FollowerOf, findTracked } from './find-tracked.ts';
import { saveRating } from './store.ts';

export interface RateServiceRequest {
  code: string;
  score: Score;
  comment?: string | undefined;
}

/**
 * Takes the one question of satisfaction, from each who follows a closed request, once: a second
 * answer replaces the first. The event tells the score and not the comment, and nobody.
 *
 * @throws Problem `unknown-tracking-code` (404), `cannot-rate` (409)
 */
export function rateServiceRequest(
  platform: Platform,
  act: Act,
  followerOf: FollowerOf,
  { code, score, comment = '' }: RateServiceRequest,
): Promise<void> {
  return platform.perform(act, async (tx) => {
    const { request, key } = await findTracked(tx, act.territoryId, code, followerOf);
    const { mergedIntoId } = request;
    const judged = mergedIntoId ? await findRequest(tx, act.territoryId, mergedIntoId) : request;
    ensure(judged && isClosed(judged.status), problems.cannotRate);
    await saveRating(tx, act.territoryId, {
      requestId: request.id,
      voter: voterOf(key),
      score,
      comment: cleanText(comment) || null,
      at: act.at,
    });
    const event = serviceRequestEvent('rated', judged, { score, voter: voterOf(key) });
    await platform.events.publish(tx, act, event);
  });
}

/** Enough to know the same follower again, and to name nobody. */
export function voterOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 16);
}
