import type { Act } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { cleanText } from '../clean-text.ts';
import { serviceRequestEvent } from '../events.ts';
import { giveCommand } from '../give-command.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequest, lockRequest, updateRequest } from '../store.ts';

export interface UnmergeServiceRequest {
  id: string;
  /** Why it is another problem after all, for colleagues. */
  reason?: string | undefined;
}

/**
 * Takes a request out of its group again: it is back in the inbox, in the state that it had, with
 * its own story.
 */
export function unmergeServiceRequest(
  platform: Platform,
  act: Act,
  { id, reason }: UnmergeServiceRequest,
) {
  const { territoryId, at } = act;
  let leader: ServiceRequest | undefined;

  /** The leader first, as every act that touches a group; its members only while it leads. */
  async function lock(tx: Tx): Promise<ServiceRequest | undefined> {
    const seen = await findRequest(tx, territoryId, id);
    if (seen?.mergedIntoId) leader = await lockRequest(tx, territoryId, seen.mergedIntoId);
    ensure(!leader?.mergedIntoId, commonProblems.preconditionFailed);
    return lockRequest(tx, territoryId, id);
  }

  return giveCommand(
    platform,
    act,
    id,
    'unmerge',
    async (request, tx) => {
      ensure(leader && leader.id === request.mergedIntoId, commonProblems.preconditionFailed);
      const shrunk: ServiceRequest = {
        ...leader,
        duplicatesCount: leader.duplicatesCount - 1,
        updatedAt: at,
        version: leader.version + 1,
      };
      await updateRequest(tx, territoryId, shrunk);
      await platform.events.publish(
        tx,
        act,
        serviceRequestEvent('left', shrunk, {
          memberId: request.id,
          memberCode: request.code,
          duplicatesCount: shrunk.duplicatesCount,
        }),
      );
      return {
        event: 'unmerged',
        change: { mergedIntoId: null },
        data: { leaderId: shrunk.id, leaderCode: shrunk.code },
        reason: reason === undefined ? undefined : cleanText(reason) || undefined,
      };
    },
    lock,
  );
}
