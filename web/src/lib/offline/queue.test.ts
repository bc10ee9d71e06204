import { describe, expect, it } from 'vitest';
import type { Refusal } from './command.ts';
import {
  accept,
  enqueue,
  markSent,
  nextToSend,
  type Queue,
  refuse,
  resend,
  summarize,
  withdraw,
} from './queue.ts';
import { COMPLETE, FAIL, START, testCommand } from './test-orders.ts';

const refusal: Refusal = {
  status: 412,
  type: null,
  title: 'A changé',
  detail: null,
  requestId: null,
  ofPhoto: false,
};

const queued = (...commands: ReturnType<typeof testCommand>[]): Queue =>
  commands.reduce<Queue>(enqueue, []);

describe('enqueueing', () => {
  it('puts each act behind the others', () => {
    const queue = queued(testCommand('a', START), testCommand('b', COMPLETE));
    expect(queue.map(({ id, rank }) => [id, rank])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('takes a double tap once, and nothing after an ending', () => {
    const twice = queued(testCommand('a', START), testCommand('b', START));
    expect(twice).toHaveLength(1);
    const ended = queued(testCommand('a', COMPLETE), testCommand('b', FAIL));
    expect(ended.map(({ id }) => id)).toEqual(['a']);
  });

  it('takes the act again once the first one is refused', () => {
    const refused = refuse(queued(testCommand('a', START)), 'a', refusal);
    expect(enqueue(refused, testCommand('b', START))).toHaveLength(2);
  });
});

describe('sending', () => {
  it('goes in order, each act on the version that the one before it led to', () => {
    let queue = queued(testCommand('a', START), testCommand('b', COMPLETE));
    expect(nextToSend(queue, 'me')?.id).toBe('a');
    queue = accept(markSent(queue, 'a'), 'a', 7);
    expect(nextToSend(queue, 'me')).toMatchObject({ id: 'b', seenVersion: 7 });
    expect(accept(queue, 'b', 8)).toEqual([]);
  });

  it('holds what follows a refused act of the same order, and lets the others go', () => {
    const queue = refuse(
      queued(
        testCommand('a', START),
        testCommand('b', COMPLETE),
        testCommand('c', START, { orderId: 'order-2' }),
      ),
      'a',
      refusal,
    );
    expect(nextToSend(queue, 'me')?.id).toBe('c');
    expect(nextToSend(withdraw(queue, 'a'), 'me')?.id).toBe('b');
  });

  it('says the same version at each repetition, whatever was learnt meanwhile', () => {
    const queue = queued(testCommand('a', START), testCommand('b', COMPLETE, { sentVersion: 4 }));
    const after = markSent(accept(queue, 'a', 9), 'b');
    expect(after).toMatchObject([{ id: 'b', sentVersion: 4 }]);
  });

  it('sends again what was refused, in its place, as another command', () => {
    const queue = refuse(
      markSent(queued(testCommand('a', START), testCommand('b', COMPLETE)), 'a'),
      'a',
      refusal,
    );
    const again = resend(queue, 'a', { id: 'a2', version: 5 });
    expect(nextToSend(again, 'me')).toMatchObject({
      id: 'a2',
      rank: 1,
      seenVersion: 5,
      sentVersion: null,
      refusal: null,
    });
  });

  it('never sends the acts of another who used this phone', () => {
    const queue = queued(testCommand('a', START, { accountId: 'other' }));
    expect(nextToSend(queue, 'me')).toBeUndefined();
    expect(nextToSend(queue, 'other')?.id).toBe('a');
  });
});

it('counts what waits, what wants a decision, and what is of others', () => {
  const queue = refuse(
    queued(
      testCommand('a', START),
      testCommand('b', COMPLETE),
      testCommand('c', START, { orderId: 'order-2' }),
      testCommand('d', START, { accountId: 'other', orderId: 'order-3' }),
    ),
    'c',
    refusal,
  );
  expect(summarize(queue, 'me')).toEqual({ waiting: 2, refused: 1, ofOthers: 1 });
});
