import type { DemonstrationRequest, DemonstrationWorkOrder } from '../types.ts';
import { type Calendar, HOUR } from './calendar.ts';

/** How many, and how fresh. */
const COUNT = 3;
const RECENT = 30 * HOUR;

/**
 * Leaves the last dangers unread, whatever the hour: the first thing that a dispatcher must find in
 * the demonstration is what cannot wait.
 */
export function leaveUnread(
  { now }: Calendar,
  requests: readonly DemonstrationRequest[],
  orders: readonly DemonstrationWorkOrder[],
): { requests: DemonstrationRequest[]; orders: DemonstrationWorkOrder[] } {
  const dangers = requests
    .filter(
      ({ requestedAt, duplicateOf, joins }) =>
        !duplicateOf && !joins && Date.parse(requestedAt) > now - RECENT,
    )
    .toSorted((a, b) => b.severity - a.severity || b.urgency - a.urgency)
    .slice(0, COUNT);
  const unread = new Set(dangers.map(({ id }) => id));
  return {
    requests: requests.map((request) => {
      if (!unread.has(request.id)) return request;
      const { workOrderId: _, ...rest } = request;
      return { ...rest, history: request.history.slice(0, 1) };
    }),
    orders: orders.filter(({ requestIds: [first] }) => !unread.has(first as string)),
  };
}
