import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { attachPhotos } from './attach-photos.ts';
import { admit, keep } from './change-work-order.ts';
import { endOnce } from './end-once.ts';
import type { FailWorkOrder, WorkOrderView } from './schemas.ts';

/** The crew could not do the work: why, so that the dispatcher knows what to send next time. */
export function failWorkOrder(
  platform: Platform,
  act: Act,
  command: FailWorkOrder & { id: string },
): Promise<WorkOrderView> {
  return endOnce(platform, act, command, async (tx, opened) => {
    const status = admit(act, opened, 'fail');
    const photoIds = await attachPhotos(platform, tx, act, opened.order, 'after', command.photoIds);
    const failed = {
      ...opened.order,
      status,
      endedAt: act.at,
      outcome: command.note.trim() || null,
      failureReason: command.reason,
    };
    return keep(platform, tx, act, failed, 'failed', { photoIds });
  });
}
