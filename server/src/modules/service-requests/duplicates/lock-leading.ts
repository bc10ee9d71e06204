import type { Tx } from '../../../platform/db/index.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequest, lockRequest } from '../store.ts';

/**
 * Reads for change the request that leads another: its leader, or itself.
 *
 * @throws Error when it was joined elsewhere while we waited: to wait for the next leader with this
 *   one in hand could wait for ever. For reactions, which are tried again.
 */
export async function lockLeading(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<ServiceRequest | undefined> {
  const leaderId = (await findRequest(tx, territoryId, id))?.mergedIntoId ?? id;
  const request = await lockRequest(tx, territoryId, leaderId);
  if (request?.mergedIntoId) throw new Error(`Request ${leaderId} was joined to another meanwhile`);
  return request;
}
