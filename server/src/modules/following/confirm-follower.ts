import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { followerEvent } from './events.ts';
import { problems } from './problems.ts';
import { type FollowerView, viewOf } from './read-follower.ts';
import { confirmFollower, findByKey } from './store.ts';

/**
 * Says yes, by the key that only the owner of the address was sent. Saying it twice is saying it once.
 *
 * @throws Problem `unknown-follower` (404)
 */
export function confirmFollowing(platform: Platform, act: Act, key: string): Promise<FollowerView> {
  const { territoryId } = act;
  return platform.perform(act, async (tx) => {
    const follower = await findByKey(tx, territoryId, key);
    ensure(follower, problems.unknownFollower);
    if (!follower.confirmedAt) {
      await confirmFollower(tx, territoryId, follower.id, act.at);
      await platform.events.publish(tx, act, followerEvent('followed', follower));
    }
    return viewOf(tx, territoryId, { ...follower, confirmedAt: follower.confirmedAt ?? act.at });
  });
}
