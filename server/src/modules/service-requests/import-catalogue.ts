import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { catalogueFaults, type Service } from './catalogue.ts';
import { replaceServices } from './catalogue-store.ts';
import { forgetCatalogue } from './offered-services.ts';
import { mayImport } from './policy.ts';
import { problems } from './problems.ts';

/**
 * Makes the territory's catalogue what is given. Services that it no longer names are kept for the
 * requests that do, and no longer offered.
 *
 * @throws Problem `unsound-catalogue` (422) with every fault found
 */
export async function importCatalogue(
  platform: Platform,
  act: Act,
  { services }: { services: Service[] },
): Promise<{ count: number }> {
  ensure(mayImport(act.actor));
  const faults = catalogueFaults(services);
  ensure(faults.length === 0, () => problems.unsoundCatalogue({ detail: faults.join('\n') }));
  return platform.perform(act, async (tx) => {
    await replaceServices(tx, act.territoryId, services, act.at);
    tx.afterCommit(() => forgetCatalogue(platform, act.territoryId));
    return { count: services.length };
  });
}
