import type { Tx } from '../../../platform/db/index.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { lockLeading } from '../duplicates/lock-leading.ts';
import { problems } from '../problems.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findByCode, findRequest } from '../store.ts';
import { parseTrackingCode } from '../tracking-code.ts';

/**
 * What opens the page of a request: the code that its reporter keeps, or the key that a follower
 * was given. Both see the same story; a follower does not read what the reporter wrote.
 */
export interface Tracked {
  request: ServiceRequest;
  role: 'reporter' | 'follower';
  /** As it stands in addresses: the code well written, or the follower's key. */
  key: string;
}

/** Whose request a follower's key opens; `undefined` when it opens none (or none yet). */
export type FollowerOf = (tx: Tx, territoryId: string, key: string) => Promise<string | undefined>;

/** @throws Problem `unknown-tracking-code` (404), the same for what can be neither code nor key */
export async function findTracked(
  tx: Tx,
  territoryId: string,
  text: string,
  followerOf: FollowerOf,
): Promise<Tracked> {
  const code = parseTrackingCode(text);
  if (code !== undefined) {
    const request = await findByCode(tx, territoryId, code);
    ensure(request, problems.unknownTrackingCode);
    return { request, role: 'reporter', key: code };
  }
  const id = await followerOf(tx, territoryId, text);
  const request = id === undefined ? undefined : await findRequest(tx, territoryId, id);
  ensure(request, problems.unknownTrackingCode);
  return { request, role: 'follower', key: text };
}

/**
 * The same, read for change: of a request that is joined to another, that other, which is acted on.
 * Its reporter is then one of those who follow it.
 */
export async function lockTracked(
  tx: Tx,
  territoryId: string,
  text: string,
  followerOf: FollowerOf,
): Promise<Tracked> {
  const { request: own, role, key } = await findTracked(tx, territoryId, text, followerOf);
  const request = await lockLeading(tx, territoryId, own.id);
  ensure(request, problems.unknownTrackingCode);
  return { request, role: request.id === own.id ? role : 'follower', key };
}
