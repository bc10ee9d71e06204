import type { NewEvent } from '../../../platform/events/index.ts';
import { cleanText } from '../clean-text.ts';
import { serviceRequestEvent } from '../events.ts';
import type { Score, Status } from '../model.ts';
import type { ServiceRequest } from '../service-request.ts';
import { voterOf } from './rate-service-request.ts';
import type { Rating } from './store.ts';

/** An answer to the question of satisfaction, as another program or the demonstration tells it. */
export interface PastRating {
  score: Score;
  comment?: string | undefined;
  at: Date;
}

/** The same as who reported would have given it on the page of the request. */
export function pastRating({ id, code }: ServiceRequest, rating: PastRating): Rating {
  return {
    requestId: id,
    voter: voterOf(code),
    score: rating.score,
    comment: cleanText(rating.comment ?? '') || null,
    at: rating.at,
  };
}

export function ratedEvent(
  request: ServiceRequest,
  { score, at }: PastRating,
): NewEvent & { at: Date } {
  return {
    ...serviceRequestEvent('rated', request, { score, voter: voterOf(request.code) }),
    at,
  };
}

/** Whether the last that happened is that somebody said « it is not done ». */
export function wasDisputed<
  Past extends { status: Status; data?: Record<string, unknown> | undefined },
>(last: Past | undefined): last is Past {
  return last?.status === 'received' && last.data?.by === 'follower';
}
