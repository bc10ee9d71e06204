import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { attachPhotos } from './attach-photos.ts';
import { admit, keep, openWorkOrder } from './change-work-order.ts';
import type { StartWorkOrder, WorkOrderView } from './schemas.ts';

/** The crew is on the spot, and may show what it found there. */
export function startWorkOrder(
  platform: Platform,
  act: Act,
  command: StartWorkOrder & { id: string },
): Promise<WorkOrderView> {
  return platform.perform(act, async (tx) => {
    const opened = await openWorkOrder(tx, act, command.id);
    const status = admit(act, opened, 'start');
    const photoIds = await attachPhotos(
      platform,
      tx,
      act,
      opened.order,
      'before',
      command.photoIds,
    );
    return keep(platform, tx, act, { ...opened.order, status, startedAt: act.at }, 'started', {
      photoIds,
    });
  });
}
