import type { NewEvent } from '../../platform/events/index.ts';
import type { Follower } from './follower.ts';

/** What this module tells. No address, ever: readers ask `recipientFor`. */
export const FOLLOWING_EVENTS = {
  /** Somebody gave an address: its owner is to be asked. */
  asked: 'following.asked',
  followed: 'service-request.followed',
  unfollowed: 'service-request.unfollowed',
  areaFollowed: 'following.area-followed',
  areaUnfollowed: 'following.area-unfollowed',
  /** Something happened in an area that someone follows. */
  newsDue: 'following.news-due',
  /** A number answered STOP, and is to be told that it was heard. */
  stopped: 'following.stopped',
} as const;

/** The event that tells what a follower did; of a request, its subject is the request. */
export function followerEvent(
  what: 'asked' | 'followed' | 'unfollowed',
  { id, target }: Follower,
): NewEvent {
  const ofRequest = target.kind === 'request';
  return {
    type: typeOf(what, ofRequest),
    subject: ofRequest && what !== 'asked' ? target.requestId : id,
    organizationId: null,
    data: { followerId: id, kind: target.kind },
  };
}

function typeOf(what: 'asked' | 'followed' | 'unfollowed', ofRequest: boolean): string {
  if (what === 'asked') return FOLLOWING_EVENTS.asked;
  if (ofRequest) return FOLLOWING_EVENTS[what];
  return what === 'followed' ? FOLLOWING_EVENTS.areaFollowed : FOLLOWING_EVENTS.areaUnfollowed;
}
