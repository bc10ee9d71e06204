import type { Tx } from '../../../platform/db/index.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequest, lockRequest } from '../store.ts';

/** Joined while we waited for the lock, then joined elsewhere: more often is no coincidence. */
const TRIES = 3;

/**
 * Reads for change the request that leads another: its leader, or itself. Never locks a member
 * before its leader, as every act that touches a group.
 */
export async function lockLeading(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<ServiceRequest | undefined> {
  let leaderId = (await findRequest(tx, territoryId, id))?.mergedIntoId ?? id;
  for (let tried = 0; tried < TRIES; tried++) {
    const request = await lockRequest(tx, territoryId, leaderId);
    if (!request?.mergedIntoId) return request;
    leaderId = request.mergedIntoId;
  }
  throw new Error(`Request ${id} is being joined again and again`);
}
