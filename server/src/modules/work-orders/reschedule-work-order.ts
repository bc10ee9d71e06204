import type { Act } from '../../platform/acts/index.ts';
import { requireVersion } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { admit, keep, openWorkOrder } from './change-work-order.ts';
import { findCrew } from './neighbours.ts';
import { problems } from './problems.ts';
import type { RescheduleWorkOrder, WorkOrderView } from './schemas.ts';

/** Gives the work to another day or another crew of the same organization. */
export async function rescheduleWorkOrder(
  platform: Platform,
  act: Act,
  command: RescheduleWorkOrder & { id: string },
): Promise<WorkOrderView> {
  requireVersion(act);
  return platform.perform(act, async (tx) => {
    const opened = await openWorkOrder(tx, act, command.id);
    const status = admit(act, opened, 'reschedule');
    const crew = await findCrew(tx, act.territoryId, command.crewId);
    ensure(crew, problems.unknownCrew);
    ensure(crew.organizationId === opened.order.organizationId, problems.foreignCrew);
    const moved = {
      ...opened.order,
      status,
      crewId: crew.id,
      scheduledStart: new Date(command.scheduledStart),
      estimatedMinutes: command.estimatedMinutes,
    };
    return keep(platform, tx, act, moved, 'rescheduled');
  });
}
