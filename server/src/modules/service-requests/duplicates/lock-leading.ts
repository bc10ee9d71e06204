import type { Tx } from '../../../platform/db/index.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequest, lockRequest } from '../store.ts';

/**
 * Reads for change the request that leads another: its leader, or itself.
 *
 * @throws Problem `precondition-failed` (412) when it was joined elsewhere while we waited: with this
 *   one in hand, to wait for the next could be for ever. The same act, given again, finds it.
 */
export async function lockLeading(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<ServiceRequest | undefined> {
  const leaderId = (await findRequest(tx, territoryId, id))?.mergedIntoId ?? id;
  const request = await lockRequest(tx, territoryId, leaderId);
  ensure(!request?.mergedIntoId, commonProblems.preconditionFailed);
  return request;
}
