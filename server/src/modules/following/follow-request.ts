import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { type AskToFollow, askToFollow } from './ask-to-follow.ts';
import { requestForMessage } from './neighbours.ts';

/**
 * Asks to be told what becomes of a request.
 *
 * @throws Problem `not-found` (404) when there is no such request, `unreachable` (422)
 */
export function followRequest(
  platform: Platform,
  act: Act,
  { requestId, ...asked }: AskToFollow & { requestId: string },
): Promise<void> {
  return platform.perform(act, async (tx) => {
    ensure(await requestForMessage(tx, act.territoryId, requestId), commonProblems.notFound);
    await askToFollow(platform, tx, act, { kind: 'request', requestId }, asked);
  });
}
