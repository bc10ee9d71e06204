import type { Command, FieldAct } from './command.ts';
import { inOrder, type Queue } from './queue.ts';
import type { Status, WorkOrder } from './work-order.ts';

/** A work order as the agent left it, whether the server knows or not. */
export interface LocalOrder extends WorkOrder {
  /** Acts on it that the server does not have yet. */
  waiting: Command[];
  /** Acts on it that the server would not have. */
  refused: Command[];
}

/** The server's rule, so that the phone offers and foresees only what will be accepted. */
const STEPS: Record<FieldAct['kind'], { from: Status; to: Status }> = {
  start: { from: 'planned', to: 'started' },
  complete: { from: 'started', to: 'completed' },
  fail: { from: 'started', to: 'failed' },
};

/** Whether the act has its place on an order in this state. */
export function isPossible(order: Pick<WorkOrder, 'status' | 'allowed'>, act: FieldAct['kind']) {
  return order.status === STEPS[act].from && order.allowed.includes(act);
}

/**
 * The day as the agent has lived it: what the server said last, with the acts that still wait laid
 * over it in their order. A refused act changes nothing: the screen shows the truth beside it.
 */
export function project(orders: readonly WorkOrder[], queue: Queue): LocalOrder[] {
  return orders.map((order) => {
    const own = inOrder(queue).filter(({ orderId }) => orderId === order.id);
    const waiting = own.filter(({ refusal }) => refusal === null);
    const refused = own.filter(({ refusal }) => refusal !== null);
    return { ...waiting.reduce(apply, order), waiting, refused };
  });
}

/** The order after the act, or as it was when the server is already further. */
function apply(order: WorkOrder, { act, createdAt }: Command): WorkOrder {
  if (!isPossible(order, act.kind)) return order;
  const status = STEPS[act.kind].to;
  switch (act.kind) {
    case 'start':
      return {
        ...order,
        status,
        startedAt: createdAt,
        allowed: [...order.allowed.filter((command) => command === 'cancel'), 'complete', 'fail'],
      };
    case 'complete':
      return { ...order, status, completedAt: createdAt, outcome: act.outcome, allowed: [] };
    case 'fail':
      return {
        ...order,
        status,
        failureReason: act.reason,
        outcome: act.note || null,
        allowed: [],
      };
  }
}

/** A day in the order of its screen: what is under way first, then what waits, then the rest. */
export interface SortedDay<Order> {
  next: Order | undefined;
  later: Order[];
  ended: Order[];
}

/** @param orders - in the order of the plan */
export function sortDay<Order extends Pick<WorkOrder, 'status'>>(
  orders: readonly Order[],
): SortedDay<Order> {
  const withStatus = (status: Status) => orders.filter((order) => order.status === status);
  const [next, ...later] = [...withStatus('started'), ...withStatus('planned')];
  const ended = orders.filter(({ status }) => status !== 'started' && status !== 'planned');
  return { next, later, ended };
}
