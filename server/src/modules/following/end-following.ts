import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { followerEvent } from './events.ts';
import { requestIdOfCode } from './neighbours.ts';
import { deleteFollower, findByKey, silence } from './store.ts';

/**
 * Ends the messages of whoever holds the key: a follower is forgotten, a reporter (whose key is the
 * tracking code) is written to no more. Ending what has ended already is no mistake: the one-click
 * requests of mail programs (RFC 8058) are repeated as they please.
 */
export function endFollowing(platform: Platform, act: Act, key: string): Promise<void> {
  const { territoryId } = act;
  return platform.perform(act, async (tx) => {
    const follower = await findByKey(tx, territoryId, key);
    if (follower) {
      await deleteFollower(tx, territoryId, follower.id);
      if (follower.confirmedAt) {
        await platform.events.publish(tx, act, followerEvent('unfollowed', follower));
      }
      return;
    }
    const requestId = await requestIdOfCode(tx, territoryId, key);
    if (requestId !== undefined) await silence(tx, territoryId, requestId, act.at);
  });
}
