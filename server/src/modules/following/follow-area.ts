import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { type AskToFollow, askToFollow } from './ask-to-follow.ts';
import type { Frequency } from './follower.ts';
import { type AreaKind, findArea } from './neighbours.ts';
import { problems } from './problems.ts';

export interface FollowArea extends AskToFollow {
  kind: AreaKind;
  areaId: string;
  frequency: Frequency;
}

/**
 * Asks to be told what happens in a street, a park or a commune. Where it lies is kept as it is now:
 * a new import of the map ends nobody's following.
 *
 * @throws Problem `unknown-area` (422), `unreachable` (422)
 */
export function followArea(
  platform: Platform,
  act: Act,
  { kind, areaId, frequency, ...asked }: FollowArea,
): Promise<void> {
  return platform.perform(act, async (tx) => {
    const area = await findArea(platform, tx, act.territoryId, kind, areaId);
    ensure(area, problems.unknownArea);
    await askToFollow(platform, tx, act, { kind: 'area', area, frequency }, asked);
  });
}
