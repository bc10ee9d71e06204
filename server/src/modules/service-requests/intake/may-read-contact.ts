import type { Actor } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { governed, mayReadContact } from '../policy.ts';
import { findRequest } from '../store.ts';

/** Whether somebody may see who reported a request, hence what they wrote; false of one unknown. */
export async function mayReadContactOf(
  tx: Tx,
  territoryId: string,
  actor: Actor,
  requestId: string,
): Promise<boolean> {
  const request = await findRequest(tx, territoryId, requestId);
  return request !== undefined && mayReadContact(actor, governed(request));
}
