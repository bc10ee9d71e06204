/** Life of a work order, from the day it is planned to the day its crew leaves the place. */
export const STATUSES = ['planned', 'started', 'completed', 'failed', 'cancelled'] as const;
export type Status = (typeof STATUSES)[number];

/** What may be done to a work order once it exists. */
export const COMMANDS = ['start', 'complete', 'fail', 'reschedule', 'cancel'] as const;
export type Command = (typeof COMMANDS)[number];

/** Why a crew came back with the work undone. */
export const FAILURE_REASONS = ['access', 'material', 'danger', 'not-found', 'other'] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** Severity and urgency of one to four, as the dispatcher judged the request. */
export type Level = 1 | 2 | 3 | 4;

const TRANSITIONS: Record<Command, { from: readonly Status[]; to: Status }> = {
  start: { from: ['planned'], to: 'started' },
  complete: { from: ['started'], to: 'completed' },
  fail: { from: ['started'], to: 'failed' },
  reschedule: { from: ['planned'], to: 'planned' },
  cancel: { from: ['planned', 'started'], to: 'cancelled' },
};

/** The status that the command leads to, or `undefined` when it has no place there. */
export function next(status: Status, command: Command): Status | undefined {
  const { from, to } = TRANSITIONS[command];
  return from.includes(status) ? to : undefined;
}

/** The commands that have a place in the status, in the order of a day's work. */
export function possible(status: Status): Command[] {
  return COMMANDS.filter((command) => next(status, command) !== undefined);
}

/** True once nothing more can happen: another visit is another work order. */
export function isFinal(status: Status): boolean {
  return possible(status).length === 0;
}

const MINUTE_MS = 60_000;

/** When the crew should be free again. */
export function scheduledEnd(order: { scheduledStart: Date; estimatedMinutes: number }): Date {
  return new Date(order.scheduledStart.getTime() + order.estimatedMinutes * MINUTE_MS);
}

const DIGITS = 5;

/** The number that people say on the radio: `2026-00412`, the 412th order of the year. */
export function workOrderNumber(year: number, rank: number): string {
  return `${year}-${String(rank).padStart(DIGITS, '0')}`;
}
