import type { Act } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { serviceRequestEvent } from '../events.ts';
import { giveCommand } from '../give-command.ts';
import { isClosed } from '../model.ts';
import { governed, mayRead } from '../policy.ts';
import { problems } from '../problems.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequest, updateRequest } from '../store.ts';
import { diameterCap, type Refusal, refuseJoining } from './group.ts';
import { type DuplicateRules, duplicateRulesOf } from './rules.ts';
import { lockLeaders, membersOf, moveMembers, placesOfGroup } from './store.ts';

export interface MergeServiceRequest {
  id: string;
  /** The request to join it to; when that one is joined itself, its leader. */
  intoId: string;
}

/**
 * Joins a request to another about the same thing: it leaves the inbox, keeps its number and its
 * link, and tells the story of the one that leads. What was joined to it goes along.
 *
 * Leaders are locked in the order of their ids: of two people who join A to B and B to A at once,
 * one succeeds and the other is told what happened.
 *
 * @throws Problem `unknown-leader` (422), `joined-already`, `leader-closed`, `leader-elsewhere`,
 *   `group-too-wide`, `group-too-large` (409)
 */
export async function mergeServiceRequest(
  platform: Platform,
  act: Act,
  { id, intoId }: MergeServiceRequest,
) {
  const { territoryId, actor, at } = act;
  // Before the transaction: one that holds a connection does not wait for another.
  const rules = await duplicateRulesOf(platform, territoryId);
  let leader: ServiceRequest | undefined;

  /** Both leaders under lock; the request is what `giveCommand` then judges. */
  async function lock(tx: Tx): Promise<ServiceRequest | undefined> {
    const into = await findRequest(tx, territoryId, intoId);
    const leaderId = into?.mergedIntoId ?? intoId;
    const locked = await lockLeaders(tx, territoryId, [id, leaderId]);
    leader = locked.get(leaderId);
    // It was joined to a third while we waited for its lock.
    ensure(!leader?.mergedIntoId || leaderId === id, commonProblems.preconditionFailed);
    return locked.get(id);
  }

  return giveCommand(
    platform,
    act,
    id,
    'merge',
    async (request, tx) => {
      ensure(leader && mayRead(actor, governed(leader)), problems.unknownLeader);
      await refuse(tx, territoryId, rules, request, leader);

      const members = await membersOf(tx, territoryId, request.id);
      if (members.length > 0) {
        await moveMembers(tx, territoryId, { fromId: request.id, toId: leader.id, at });
      }
      const grown: ServiceRequest = {
        ...leader,
        duplicatesCount: leader.duplicatesCount + 1 + members.length,
        updatedAt: at,
        version: leader.version + 1,
      };
      await updateRequest(tx, territoryId, grown);
      const facts = {
        leaderId: grown.id,
        leaderCode: grown.code,
        leaderReceivedAt: grown.receivedAt.toISOString(),
      };
      await platform.events.publish(
        tx,
        act,
        serviceRequestEvent('joined', grown, {
          memberId: request.id,
          memberCode: request.code,
          duplicatesCount: grown.duplicatesCount,
        }),
      );
      for (const member of members) {
        await platform.events.publish(tx, act, serviceRequestEvent('merged', member, facts));
      }
      return {
        event: 'merged',
        change: { mergedIntoId: grown.id, duplicatesCount: 0 },
        data: facts,
      };
    },
    lock,
  );
}

async function refuse(
  tx: Tx,
  territoryId: string,
  rules: DuplicateRules,
  request: ServiceRequest,
  leader: ServiceRequest,
): Promise<void> {
  const { code } = leader;
  ensure(!isClosed(leader.status), () => problems.leaderClosed({ code }));
  const isHere =
    request.organizationId === null || request.organizationId === leader.organizationId;
  ensure(isHere, () => problems.leaderElsewhere({ code }));
  const cap = diameterCap(rules.of({ code: leader.serviceCode, group: leader.serviceGroup }));
  const [mine, theirs] = [
    await groupOf(tx, territoryId, request),
    await groupOf(tx, territoryId, leader),
  ];
  const refusal = refuseJoining(mine, theirs, cap);
  if (refusal) throw problemOf(refusal, code);
}

async function groupOf(tx: Tx, territoryId: string, { id, duplicatesCount }: ServiceRequest) {
  const places = await placesOfGroup(tx, territoryId, id);
  return { leaderId: id, places, size: 1 + duplicatesCount };
}

function problemOf(refusal: Refusal, code: string) {
  switch (refusal.why) {
    case 'same':
      return problems.joinedAlready();
    case 'too-many':
      return problems.groupTooLarge({ code, limit: refusal.limit });
    case 'too-wide':
      return problems.groupTooWide({ code, metres: refusal.metres, cap: refusal.cap });
  }
}
