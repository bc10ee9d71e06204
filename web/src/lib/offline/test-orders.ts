import { type Command, type FieldAct, newCommand } from './command.ts';
import type { WorkOrder } from './work-order.ts';

/** A work order of tests, planned and at version 1 unless said. */
export function testOrder(facts: Partial<WorkOrder> = {}): WorkOrder {
  return {
    id: 'order-1',
    number: '2026-00001',
    title: 'Lampadaire éteint',
    instructions: '',
    status: 'planned',
    serviceRequest: null,
    crew: { id: 'crew', name: 'Éclairage' },
    organization: { id: 'town', name: 'Ouestville' },
    point: null,
    address: '12 rue des Lilas',
    communeName: 'Ouestville',
    severity: 2,
    urgency: 2,
    scheduledStart: '2026-11-24T08:00:00.000Z',
    scheduledEnd: '2026-11-24T09:00:00.000Z',
    estimatedMinutes: 60,
    startedAt: null,
    completedAt: null,
    outcome: null,
    failureReason: null,
    minutesSpent: null,
    photos: [],
    version: 1,
    allowed: ['start'],
    ...facts,
  };
}

/** A command of tests, of `me` unless said, without its rank. */
export function testCommand(
  id: string,
  act: FieldAct,
  facts: Partial<Command> = {},
): Omit<Command, 'rank'> {
  const order = testOrder({ id: facts.orderId ?? 'order-1' });
  const at = new Date('2026-11-24T08:30:00Z');
  return { ...newCommand({ id, accountId: 'me', order, act, photoIds: [], at }), ...facts };
}

export const START: FieldAct = { kind: 'start' };
export const COMPLETE: FieldAct = { kind: 'complete', outcome: 'Lampe remplacée' };
export const FAIL: FieldAct = { kind: 'fail', reason: 'access', note: '' };
