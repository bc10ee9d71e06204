import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import type { Frequency } from './follower.ts';
import { problems } from './problems.ts';
import { type FollowerView, viewOf } from './read-follower.ts';
import { findByKey, setFrequency } from './store.ts';
import { whenToTell } from './when-to-tell.ts';

/**
 * Chooses how often the news of an area come; what waits already comes then too.
 *
 * @throws Problem `unknown-follower` (404), also for who follows a request: it tells each step
 */
export function changeFrequency(
  platform: Platform,
  act: Act,
  { key, frequency }: { key: string; frequency: Frequency },
): Promise<FollowerView> {
  const { territoryId } = act;
  return platform.perform(act, async (tx) => {
    const follower = await findByKey(tx, territoryId, key);
    ensure(follower?.target.kind === 'area', problems.unknownFollower);
    await setFrequency(tx, territoryId, follower.id, frequency, whenToTell(frequency, act.at));
    return viewOf(tx, territoryId, { ...follower, target: { ...follower.target, frequency } });
  });
}
