import { type Act, holdsAnywhere } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { replacePriorityGrid } from '../catalogue-store.ts';
import { SERVICE_REQUEST_EVENTS } from '../events.ts';
import { forgetCatalogue } from '../offered-services.ts';
import { findUnsoundCell, type PriorityGrid } from '../priority.ts';
import { problems } from '../problems.ts';
import { reprioritizeOpen } from './store.ts';

/**
 * Decides what priority each severity, urgency and exposure has here; what is open changes with it.
 *
 * @throws Problem `forbidden` (403) but for directors and administrators, `unsound-grid` (422) when
 *   something graver, more urgent or more exposed would wait longer
 */
export async function changePriorityGrid(platform: Platform, act: Act, grid: PriorityGrid) {
  ensure(holdsAnywhere(act.actor, 'director', 'administrator'));
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
  const changed = await platform.perform(act, async (tx) => {
    await replacePriorityGrid(tx, act.territoryId, grid);
    const count = await reprioritizeOpen(tx, act.territoryId, grid);
    await platform.events.publish(tx, act, {
      type: SERVICE_REQUEST_EVENTS.priorityGridChanged,
      subject: act.territoryId,
      organizationId: null,
      data: { requestsChanged: count },
    });
    return { grid };
  });
  forgetCatalogue(platform, act.territoryId);
  return changed;
}
