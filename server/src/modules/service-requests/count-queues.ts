import type { Actor } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { mayList, scopeOf } from './policy.ts';
import { countQueues as count, type Queues } from './queue-store.ts';

/** How many requests of the actor's organizations wait for something that only a person can do. */
export function countQueues({ db }: Platform, territoryId: string, actor: Actor): Promise<Queues> {
  ensure(mayList(actor));
  const { organizationIds, unassigned } = scopeOf(actor);
  return count(db.read, territoryId, organizationIds, unassigned);
}
