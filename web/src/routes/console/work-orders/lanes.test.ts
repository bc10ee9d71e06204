import { expect, test } from 'vitest';
import type { WorkOrder } from '../api/views.ts';
import { hoursOf, lanesOf } from './lanes.ts';

const order = (id: string, scheduledStart: string, estimatedMinutes: number, crew = 'roads') =>
  ({ id, scheduledStart, estimatedMinutes, crew: { id: crew, name: crew } }) as WorkOrder;

// In January Paris is one hour ahead of UTC.
const first = order('a', '2026-01-12T07:00:00Z', 120);
const during = order('b', '2026-01-12T08:00:00Z', 30);
const after = order('c', '2026-01-12T09:00:00Z', 60);

test('a day is drawn from seven to six, and wider when work is', () => {
  expect(hoursOf([first])).toEqual({ first: 7, last: 18 });
  expect(hoursOf([order('d', '2026-01-12T04:30:00Z', 60)])).toEqual({ first: 5, last: 18 });
  expect(hoursOf([order('e', '2026-01-12T20:30:00Z', 600)])).toEqual({ first: 7, last: 24 });
});

test('what overlaps stands on another line, what follows on the same', () => {
  const [lane] = lanesOf([], [first, during, after], { first: 8, last: 18 });
  expect(lane?.lines).toBe(2);
  expect(lane?.blocks.map(({ order, line }) => [order.id, line])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 0],
  ]);
  expect(lane?.blocks[0]).toMatchObject({ start: 0, span: 0.2 });
});

test('a crew without work has its lane', () => {
  const lanes = lanesOf([{ id: 'parks', name: 'Parks' }], [first], { first: 7, last: 18 });
  expect(lanes.map(({ crew, blocks }) => [crew.id, blocks.length])).toEqual([
    ['parks', 0],
    ['roads', 1],
  ]);
});
