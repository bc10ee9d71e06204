import { describe, expect, it } from 'vitest';
import { isPossible, project, sortDay } from './project.ts';
import { enqueue, type Queue, refuse } from './queue.ts';
import { COMPLETE, FAIL, START, testCommand, testOrder } from './test-orders.ts';

const queue = [testCommand('a', START), testCommand('b', COMPLETE)].reduce<Queue>(enqueue, []);

describe('the day as the agent lived it', () => {
  it('lays the acts that wait over the server’s last word', () => {
    const [order] = project([testOrder()], queue);
    expect(order).toMatchObject({
      status: 'completed',
      startedAt: '2026-11-24T08:30:00.000Z',
      outcome: 'Lampe remplacée',
      allowed: [],
      waiting: [{ id: 'a' }, { id: 'b' }],
      refused: [],
    });
  });

  it('leaves the other orders alone', () => {
    const other = testOrder({ id: 'order-2' });
    expect(project([other], queue)).toEqual([{ ...other, waiting: [], refused: [] }]);
  });

  it('keeps the server’s word where the server is already further', () => {
    const ended = testOrder({ status: 'failed', failureReason: 'danger', allowed: [] });
    expect(project([ended], queue)[0]).toMatchObject({ status: 'failed', outcome: null });
  });

  it('shows a refused act beside the truth, not as the truth', () => {
    const refusal = { status: 412, type: null, title: '', detail: null, requestId: null };
    const refused = refuse(queue, 'a', { ...refusal, ofPhoto: false });
    expect(project([testOrder()], refused)[0]).toMatchObject({
      status: 'planned',
      refused: [{ id: 'a' }],
    });
  });

  it('says why the work was not done', () => {
    const failed = [testCommand('a', START), testCommand('b', FAIL)].reduce<Queue>(enqueue, []);
    expect(project([testOrder()], failed)[0]).toMatchObject({
      status: 'failed',
      failureReason: 'access',
      outcome: null,
    });
  });
});

it('offers only what the server allows, at the right moment', () => {
  expect(isPossible(testOrder(), 'start')).toBe(true);
  expect(isPossible(testOrder({ allowed: [] }), 'start')).toBe(false);
  expect(isPossible(testOrder({ allowed: ['start', 'complete'] }), 'complete')).toBe(false);
});

it('puts first what is under way, then the plan, and last what is over', () => {
  const order = (id: string, status: 'planned' | 'started' | 'completed' | 'cancelled') =>
    testOrder({ id, status });
  const day = [
    order('a', 'completed'),
    order('b', 'planned'),
    order('c', 'started'),
    order('d', 'cancelled'),
    order('e', 'planned'),
  ];
  const { next, later, ended } = sortDay(day);
  const ids = (orders: { id: string }[]) => orders.map(({ id }) => id);
  expect([next?.id, ids(later), ids(ended)]).toEqual(['c', ['b', 'e'], ['a', 'd']]);
  expect(sortDay([])).toEqual({ next: undefined, later: [], ended: [] });
});
