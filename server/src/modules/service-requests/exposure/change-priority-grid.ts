import { isDeepStrictEqual } from 'node:util';
import { type Act, holdsAnywhere } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { replacePriorityGrid } from '../catalogue-store.ts';
import { SERVICE_REQUEST_EVENTS } from '../events.ts';
import { forgetCatalogue } from '../offered-services.ts';
import { findUnsoundCell, type PriorityGrid } from '../priority.ts';
import { problems } from '../problems.ts';
import { REWEIGH, type ReweighPayload } from './reweigh-open.ts';
import { readWeights, reprioritizeOpen, saveWeights, type WeightsSetting } from './store.ts';
import { faultsOf, type Weights } from './weights.ts';

/** All by which a territory ranks requests. */
export interface PriorityRule extends WeightsSetting {
  grid: PriorityGrid;
}

/**
 * Decides what priority each severity, urgency and exposure has here, and what makes a request
 * exposed; what is open changes with it: by the grid at once, by the weights in the background.
 *
 * @throws Problem `forbidden` (403) but for directors and administrators, `precondition-required`
 *   (428), `precondition-failed` (412), `unsound-grid` (422) when something graver, more urgent or
 *   more exposed would wait longer, `unsound-weights` (422)
 */
export async function changePriorityGrid(
  platform: Platform,
  act: Act,
  { grid, weights }: { grid: PriorityGrid; weights: Weights },
): Promise<PriorityRule> {
  const { territoryId, expectedVersion } = act;
  ensure(holdsAnywhere(act.actor, 'director', 'administrator'));
  ensure(expectedVersion !== undefined, commonProblems.preconditionRequired);
  const unsound = findUnsoundCell(grid);
  if (unsound) {
    const { exposure, severity, urgency } = unsound;
    throw problems.unsoundGrid({
      errors: [
        {
          pointer: `/grid/${exposure}/${severity - 1}/${urgency - 1}`,
          detail: 'Plus grave, plus urgent ou plus exposé ne peut pas attendre plus longtemps.',
        },
      ],
    });
  }
  const faults = faultsOf(weights);
  ensure(faults.length === 0, () => problems.unsoundWeights({ errors: faults }));
  const version = expectedVersion + 1;
  const changed = await platform.perform(act, async (tx) => {
    const before = await readWeights(tx, territoryId);
    ensure(before.version === expectedVersion, commonProblems.preconditionFailed);
    const isSaved = await saveWeights(tx, territoryId, { weights, version });
    ensure(isSaved, commonProblems.preconditionFailed);
    await replacePriorityGrid(tx, territoryId, grid);
    const count = await reprioritizeOpen(tx, territoryId, grid);
    if (!isDeepStrictEqual(before.weights, weights)) {
      const payload: ReweighPayload = { territoryId };
      await platform.events.later(tx, REWEIGH, payload);
    }
    await platform.events.publish(tx, act, {
      type: SERVICE_REQUEST_EVENTS.priorityGridChanged,
      subject: territoryId,
      organizationId: null,
      data: { requestsChanged: count, weights, version },
    });
    return { grid, weights, version };
  });
  forgetCatalogue(platform, territoryId);
  return changed;
}
