import type { Act } from '../../../platform/acts/index.ts';
import { uuidv7 } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { checkFacts } from './check-facts.ts';
import { FACTS, type HoldingFacts, type StoredHolding } from './holding.ts';
import { lockSeenHolding } from './lock-seen.ts';
import { putHoldings, renewHoldings } from './store.ts';

export interface CorrectHolding {
  id: string;
  facts: HoldingFacts;
  /** Why: a deliberation, a deed. Goes into the log. */
  why: string;
}

/**
 * Corrects the class or the owner of one street or asset; the next file leaves it so.
 *
 * @throws Problem `forbidden` (403), `not-found` (404), `precondition-failed` (412),
 *   `unknown-owner` (422), `precondition-required` (428)
 */
export function correctHolding(
  platform: Platform,
  act: Act,
  { id, facts, why }: CorrectHolding,
): Promise<{ id: string; version: number }> {
  const { territoryId } = act;
  return platform.perform(act, async (tx) => {
    const { holding, organizations, communeId } = await lockSeenHolding(platform, tx, act, id);
    const after = checkFacts(facts, organizations);
    const corrected: StoredHolding = {
      ...holding,
      ...after,
      corrected: true,
      version: holding.version + 1,
      changedAt: act.at,
    };
    await putHoldings(tx, territoryId, [corrected]);
    await renewHoldings(tx, territoryId, uuidv7(platform.clock));
    const before = Object.fromEntries(FACTS.map((fact) => [fact, holding[fact]]));
    await platform.events.publish(tx, act, {
      type: 'places.holding-corrected',
      subject: id,
      organizationId: communeId,
      data: { name: holding.name, before, after },
      reason: why,
    });
    return { id, version: corrected.version };
  });
}
