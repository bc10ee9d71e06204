import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import type { Follower } from './follower.ts';
import { requestForMessage } from './neighbours.ts';
import { problems } from './problems.ts';
import type { FollowerView } from './schemas.ts';
import { findByKey, findFollower } from './store.ts';

export type { FollowerView };

/** What a key is for, to whoever holds it. @throws Problem `unknown-follower` (404) */
export async function readFollower(
  platform: Platform,
  territoryId: string,
  key: string,
): Promise<FollowerView> {
  const follower = await findByKey(platform.db.read, territoryId, key);
  ensure(follower, problems.unknownFollower);
  return viewOf(platform.db.read, territoryId, follower);
}

/** The same by id, for the messages. */
export async function describeFollowed(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<FollowerView | undefined> {
  const follower = await findFollower(tx, territoryId, id);
  return follower && viewOf(tx, territoryId, follower);
}

export async function viewOf(
  tx: Tx,
  territoryId: string,
  { key, target, channel, confirmedAt }: Follower,
): Promise<FollowerView> {
  const common = { key, channel, confirmed: confirmedAt !== null };
  if (target.kind === 'area') {
    const { kind, id, name, communeName } = target.area;
    return {
      ...common,
      kind,
      subject: name,
      place: kind === 'commune' ? '' : communeName,
      areaId: id,
      frequency: target.frequency,
    };
  }
  const request = await requestForMessage(tx, territoryId, target.requestId);
  return {
    ...common,
    kind: 'request',
    subject: request?.serviceName ?? '',
    place: [request?.address, request?.communeName].filter(Boolean).join(', '),
    areaId: null,
    frequency: null,
  };
}

/** Which request a key opens, once its follower said yes: the page of a request asks. */
export async function followerOf(
  tx: Tx,
  territoryId: string,
  key: string,
): Promise<string | undefined> {
  const follower = await findByKey(tx, territoryId, key);
  if (!follower?.confirmedAt || follower.target.kind !== 'request') return undefined;
  return follower.target.requestId;
}
