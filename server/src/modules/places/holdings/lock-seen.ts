import type { Act } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import {
  type DirectoryOrganization,
  mayAdministerOrganization,
  organizationsById,
} from '../../organizations/index.ts';
import type { StoredHolding } from './holding.ts';
import { lockHolding } from './store.ts';

/**
 * Reads a holding for change, as its author saw it.
 *
 * @throws Problem `not-found` (404), `forbidden` (403), `precondition-required` (428),
 *   `precondition-failed` (412)
 */
export async function lockSeenHolding(
  platform: Platform,
  tx: Tx,
  { territoryId, actor, expectedVersion }: Act,
  id: string,
): Promise<{
  holding: StoredHolding;
  organizations: DirectoryOrganization[];
  communeId: string | null;
}> {
  const holding = await lockHolding(tx, territoryId, id);
  ensure(holding, commonProblems.notFound);
  const organizations = [...(await organizationsById(platform, tx, territoryId)).values()];
  const commune = organizations.find(({ code }) => code === holding.communeCode);
  ensure(mayAdministerOrganization(actor, commune?.id ?? '', organizations));
  ensure(expectedVersion !== undefined, commonProblems.preconditionRequired);
  ensure(expectedVersion === holding.version, commonProblems.preconditionFailed);
  return { holding, organizations, communeId: commune?.id ?? null };
}
