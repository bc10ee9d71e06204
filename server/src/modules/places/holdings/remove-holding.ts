import type { Act } from '../../../platform/acts/index.ts';
import { uuidv7 } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { lockSeenHolding } from './lock-seen.ts';
import { deleteHoldings, renewHoldings } from './store.ts';

/**
 * Takes back what the town said of a street or an asset: the map holds again, or the next file.
 *
 * @returns what it was, at its last version
 * @throws Problem `forbidden` (403), `not-found` (404), `precondition-failed` (412),
 *   `precondition-required` (428)
 */
export function removeHolding(
  platform: Platform,
  act: Act,
  { id, why }: { id: string; why: string },
): Promise<{ id: string; version: number }> {
  const { territoryId } = act;
  return platform.perform(act, async (tx) => {
    const { holding, communeId } = await lockSeenHolding(platform, tx, act, id);
    await deleteHoldings(tx, territoryId, [id]);
    await renewHoldings(tx, territoryId, uuidv7(platform.clock));
    const { geometry: _, changedAt: __, ...told } = holding;
    await platform.events.publish(tx, act, {
      type: 'places.holding-removed',
      subject: id,
      organizationId: communeId,
      data: { holding: told },
      reason: why,
    });
    return { id, version: holding.version };
  });
}
