import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { attachPhotos } from './attach-photos.ts';
import { admit, keep } from './change-work-order.ts';
import { endOnce } from './end-once.ts';
import type { CompleteWorkOrder, WorkOrderView } from './schemas.ts';

/** The work is done: what was done, and what the place looks like now. */
export function completeWorkOrder(
  platform: Platform,
  act: Act,
  command: CompleteWorkOrder & { id: string },
): Promise<WorkOrderView> {
  return endOnce(platform, act, command, async (tx, opened) => {
    const status = admit(act, opened, 'complete');
    const photoIds = await attachPhotos(platform, tx, act, opened.order, 'after', command.photoIds);
    const completed = {
      ...opened.order,
      status,
      endedAt: act.at,
      outcome: command.outcome.trim(),
      minutesSpent: command.minutesSpent ?? null,
    };
    return keep(platform, tx, act, completed, 'completed', { photoIds });
  });
}
