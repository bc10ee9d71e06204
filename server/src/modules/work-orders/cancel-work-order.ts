import type { Act } from '../../platform/acts/index.ts';
import { requireVersion } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { admit, keep, openWorkOrder } from './change-work-order.ts';
import type { CancelWorkOrder, WorkOrderView } from './schemas.ts';

/** Nobody will go: the request, if any, comes back to the dispatcher. */
export async function cancelWorkOrder(
  platform: Platform,
  act: Act,
  command: CancelWorkOrder & { id: string },
): Promise<WorkOrderView> {
  requireVersion(act);
  return platform.perform(act, async (tx) => {
    const opened = await openWorkOrder(tx, act, command.id);
    const status = admit(act, opened, 'cancel');
    const cancelled = { ...opened.order, status, endedAt: act.at };
    return keep(platform, tx, act, cancelled, 'cancelled', { reason: command.reason });
  });
}
