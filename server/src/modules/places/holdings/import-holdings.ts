import type { Act } from '../../../platform/acts/index.ts';
import { uuidv7 } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type HoldingCounts, planImport } from './plan-import.ts';
import { deleteHoldings, putHoldings, renewHoldings } from './store.ts';

/**
 * Imports streets and assets with their class and their owner, from CSV or GeoJSON, whole or not at
 * all. A file replaces what was known of its communes: their streets when it has streets, their
 * assets when it has assets. What a person corrected stays.
 *
 * @throws Problem `forbidden` (403) unless the actor administers every commune of the file;
 *   `holdings-refused` (422) with every fault and its line
 */
export async function importHoldings(
  platform: Platform,
  act: Act,
  text: string,
): Promise<HoldingCounts> {
  const { territoryId } = act;
  return platform.perform(act, async (tx) => {
    const { communeCodes, counts, changes } = await planImport(platform, tx, act, text);
    const removed = changes.flatMap(({ before, after }) => (before && !after ? [before.id] : []));
    await deleteHoldings(tx, territoryId, removed);
    const written = changes.flatMap(({ after }) => after ?? []);
    await putHoldings(tx, territoryId, written);
    await renewHoldings(tx, territoryId, uuidv7(platform.clock));
    await platform.events.publish(tx, act, {
      type: 'places.holdings-imported',
      subject: territoryId,
      organizationId: null,
      data: { communeCodes, ...counts },
    });
    return counts;
  });
}
