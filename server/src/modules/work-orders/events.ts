import type { NewEvent } from '../../platform/events/index.ts';
import type { FailureReason } from './model.ts';
import type { WorkOrder } from './work-order.ts';

/** What this module tells. */
export const WORK_ORDER_EVENTS = {
  planned: 'work-order.planned',
  started: 'work-order.started',
  completed: 'work-order.completed',
  failed: 'work-order.failed',
  rescheduled: 'work-order.rescheduled',
  cancelled: 'work-order.cancelled',
  /** Pictures that came after the end, from a phone that had no network. */
  photographed: 'work-order.photographed',
} as const;

/** `data` of every event of a work order: enough to mirror it without asking. */
export interface WorkOrderEventData extends Record<string, unknown> {
  serviceRequestId: string | null;
  number: string;
  status: WorkOrder['status'];
  crewId: string;
  crewName: string;
  /** ISO 8601. */
  scheduledStart: string;
  estimatedMinutes: number;
  /** Of a completion or a failure: what the crew wrote for the resident and the office. */
  outcome: string | null;
  failureReason: FailureReason | null;
  /** Pictures that came with this event. */
  photoIds: string[];
}

/** The event that tells what became of the order. */
export function workOrderEvent(
  what: keyof typeof WORK_ORDER_EVENTS,
  order: WorkOrder,
  crewName: string,
  more: { photoIds?: string[]; reason?: string } = {},
): NewEvent {
  const data: WorkOrderEventData = {
    serviceRequestId: order.serviceRequestId,
    number: order.number,
    status: order.status,
    crewId: order.crewId,
    crewName,
    scheduledStart: order.scheduledStart.toISOString(),
    estimatedMinutes: order.estimatedMinutes,
    outcome: order.outcome,
    failureReason: order.failureReason,
    photoIds: more.photoIds ?? [],
  };
  return {
    type: WORK_ORDER_EVENTS[what],
    subject: order.id,
    organizationId: order.organizationId,
    data,
    ...(more.reason !== undefined && { reason: more.reason }),
  };
}
