import type { Actor } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { governed, mayCommand, mayRead, mayReadContact } from '../policy.ts';
import type { DuplicateCandidate, RequestDetail } from '../schemas.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequest, photosOf } from '../store.ts';
import { listed, type OrganizationNames, summaryOf } from '../summary.ts';
import { type Found, findDuplicates } from './find-duplicates.ts';
import { electLeader } from './group.ts';
import { membersOf } from './store.ts';
import { tellLikeness } from './tell-likeness.ts';

/** Members shown whole; beyond, their number says enough. */
const MEMBERS_SHOWN = 50;

type GroupPart = Pick<RequestDetail, 'leader' | 'members' | 'duplicates'>;

/** What a request has to do with others: what it is joined to, what is joined to it, what may be. */
export async function groupPartOf(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  actor: Actor,
  request: ServiceRequest,
  names: OrganizationNames,
): Promise<GroupPart> {
  if (request.mergedIntoId !== null) {
    const leader = await findRequest(tx, territoryId, request.mergedIntoId);
    return {
      leader: leader ? summaryOf(listed(leader), names) : null,
      members: [],
      duplicates: [],
    };
  }
  return {
    leader: null,
    members: await membersPart(tx, territoryId, actor, request),
    duplicates: await duplicatesPart(platform, tx, territoryId, actor, request, names),
  };
}

/** Words and photos of what is joined, for whoever deals with the leader. */
async function membersPart(
  tx: Tx,
  territoryId: string,
  actor: Actor,
  leader: ServiceRequest,
): Promise<RequestDetail['members']> {
  if (leader.duplicatesCount === 0) return [];
  const members = (await membersOf(tx, territoryId, leader.id)).slice(0, MEMBERS_SHOWN);
  const photos = Map.groupBy(
    await photosOf(
      tx,
      territoryId,
      members.map(({ id }) => id),
    ),
    ({ requestId }) => requestId,
  );
  const seesContact = mayReadContact(actor, governed(leader));
  return members.map((member) => ({
    id: member.id,
    code: member.code,
    serviceName: member.serviceName,
    description: member.description,
    address: member.address,
    channel: member.channel,
    receivedAt: member.receivedAt.toISOString(),
    contact: seesContact ? member.contact : null,
    photos: (photos.get(member.id) ?? []).map(({ fileId, kind, at }) => ({
      fileId,
      kind,
      at: at.toISOString(),
    })),
    mayUnmerge: mayCommand(actor, governed(member), 'unmerge'),
    version: member.version,
  }));
}

async function duplicatesPart(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  actor: Actor,
  request: ServiceRequest,
  names: OrganizationNames,
): Promise<DuplicateCandidate[]> {
  const { point } = request;
  if (!point || request.closedAt) return [];
  const found = await findDuplicates(platform, tx, territoryId, {
    ...request,
    point,
    at: request.receivedAt,
  });
  return found
    .filter((other) => mayRead(actor, governed(other.request)))
    .map((other) => candidateView(other, names, mergeOf(actor, request, other)));
}

export function candidateView(
  { request, likeness }: Found,
  names: OrganizationNames,
  merge: DuplicateCandidate['merge'],
): DuplicateCandidate {
  return {
    request: summaryOf(request, names),
    score: Math.round(likeness.score * 100) / 100,
    reason: tellLikeness(likeness, 'operator'),
    metres: Math.round(likeness.metres),
    past: likeness.past,
    sameCall: likeness.sameCall,
    merge,
  };
}

/** The command that would join the two, whichever of them should lead; null when one may not. */
function mergeOf(
  actor: Actor,
  request: ServiceRequest,
  { request: other }: Found,
): DuplicateCandidate['merge'] {
  const eligible = (one: Pick<ServiceRequest, 'id' | 'receivedAt' | 'closedAt' | 'status'>) => ({
    ...one,
    underWay: one.status === 'planned' || one.status === 'started',
  });
  if (other.closedAt !== null) return null;
  const leads = electLeader(eligible(request), eligible(other)).id === request.id;
  const [leader, joining] = leads ? [request, other] : [other, request];
  const may =
    mayCommand(actor, governed(joining), 'merge') &&
    ['received', 'triaged'].includes(joining.status) &&
    (joining.organizationId === null || joining.organizationId === leader.organizationId);
  return may ? { id: joining.id, intoId: leader.id, version: joining.version } : null;
}
