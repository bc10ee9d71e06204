import type { DemonstrationRequest, DemonstrationWorkOrder } from '../types.ts';
import type { Course } from './course.ts';

/** Cuts a life at an instant: what is later has not happened. */
export function untilNow({ history, orders }: Course, now: number): Course {
  const past = (instant: string | undefined) => instant !== undefined && Date.parse(instant) <= now;
  return {
    history: history.filter(({ at }) => past(at)),
    orders: orders
      .filter(({ createdAt }) => past(createdAt))
      .map((order) => (past(order.completedAt) ? order : unfinished(order, past(order.startedAt)))),
  };
}

/** The order before it ended: under way, or only planned. */
export function unfinished(
  order: DemonstrationWorkOrder,
  underWay: boolean,
): DemonstrationWorkOrder {
  const { startedAt, completedAt, failure, outcome, ...plan } = order;
  return underWay && startedAt
    ? { ...plan, status: 'started', startedAt }
    : { ...plan, status: 'planned' };
}

/** The request as it was when the visit was only planned. */
export function beforeVisit(request: DemonstrationRequest): DemonstrationRequest {
  const planned = request.history.findLastIndex(({ status }) => status === 'planned');
  return { ...request, history: request.history.slice(0, planned + 1) };
}
