import type { Actor } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { mayList, scopeOf } from '../policy.ts';
import { countUnclear } from './store.ts';

/** How many requests wait for a person of the actor's organizations to say whose they are. */
export function countToOrient(
  { db }: Platform,
  territoryId: string,
  actor: Actor,
): Promise<{ count: number; contested: number }> {
  ensure(mayList(actor));
  const { organizationIds, unassigned } = scopeOf(actor);
  return countUnclear(db.read, territoryId, organizationIds, unassigned);
}
