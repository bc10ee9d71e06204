import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { type WORK_ORDER_EVENTS, workOrderEvent } from './events.ts';
import { type Command, next, type Status } from './model.ts';
import { crewIdsOf, findCrew } from './neighbours.ts';
import { allowed, mayRead } from './policy.ts';
import { present } from './present.ts';
import { problems } from './problems.ts';
import type { WorkOrderView } from './schemas.ts';
import { lockWorkOrder, updateWorkOrder } from './store.ts';
import { STATE_WORDS } from './words.ts';
import type { WorkOrder } from './work-order.ts';

/** An order under its lock, and what the actor is to it. */
export interface OpenedOrder {
  order: WorkOrder;
  crewIds: string[];
}

/**
 * Locks the order for the length of the transaction.
 *
 * @throws Problem `not-found` when it does not exist, or is none of the actor's business
 */
export async function openWorkOrder(tx: Tx, act: Act, id: string): Promise<OpenedOrder> {
  const order = await lockWorkOrder(tx, act.territoryId, id);
  const crewIds = await crewIdsOf(tx, act);
  ensure(order && mayRead(act.actor, crewIds, order), commonProblems.notFound);
  return { order, crewIds };
}

/**
 * Answers whether the command may be carried out, and to which status it leads.
 *
 * The place of the command is checked before the version: « déjà terminée par … » helps a crew
 * more than « a changé entre-temps ».
 *
 * @throws Problem `misplaced-step` (409), `forbidden` (403) or `precondition-failed` (412)
 */
export function admit(act: Act, { order, crewIds }: OpenedOrder, command: Command): Status {
  const status = next(order.status, command);
  ensure(status, () =>
    problems.misplacedStep({ number: order.number, state: STATE_WORDS[order.status] }),
  );
  ensure(allowed(act.actor, crewIds, order).includes(command));
  ensure(
    act.expectedVersion === undefined || act.expectedVersion === order.version,
    commonProblems.preconditionFailed,
  );
  return status;
}

/** Writes the order's new state, tells it, and gives what the screen shows next. */
export async function keep(
  platform: Platform,
  tx: Tx,
  act: Act,
  changed: WorkOrder,
  what: keyof typeof WORK_ORDER_EVENTS,
  more?: { photoIds?: string[]; reason?: string },
): Promise<WorkOrderView> {
  const order = { ...changed, updatedAt: act.at, version: changed.version + 1 };
  await updateWorkOrder(tx, act.territoryId, order);
  const crew = await findCrew(tx, act.territoryId, order.crewId);
  await platform.events.publish(tx, act, workOrderEvent(what, order, crew?.name ?? '', more));
  return present(tx, act, order);
}
