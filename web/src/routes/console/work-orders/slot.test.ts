import { expect, test } from 'vitest';
import { firstFreeTime, nextWorkingDay, overlaps, wholeDay } from './slot.ts';

const order = (scheduledStart: string, scheduledEnd: string) => ({ scheduledStart, scheduledEnd });

// In January Paris is one hour ahead of UTC.
const morning = order('2026-01-12T07:00:00Z', '2026-01-12T09:00:00Z');
const noon = order('2026-01-12T09:30:00Z', '2026-01-12T11:00:00Z');

test.each([
  ['2026-11-24T10:00:00Z', '2026-11-25'],
  ['2026-11-27T10:00:00Z', '2026-11-30'],
  ['2026-11-28T10:00:00Z', '2026-11-30'],
  // Already the next day in Paris.
  ['2026-11-24T23:30:00Z', '2026-11-26'],
])('after %s one works on %s', (now, expected) => {
  expect(nextWorkingDay(new Date(now))).toBe(expected);
});

test.each([
  [[], 60, '08:00'],
  [[morning], 60, '10:00'],
  [[noon, morning], 30, '10:00'],
  [[noon, morning], 60, '12:00'],
])('a crew with %o is free for %i minutes at %s', (orders, minutes, expected) => {
  expect(firstFreeTime(orders, minutes)).toBe(expected);
});

test('orders that touch do not overlap', () => {
  const start = new Date('2026-01-12T09:00:00Z');
  expect(overlaps([morning, noon], start, 30)).toEqual([]);
  expect(overlaps([morning, noon], start, 31)).toEqual([noon]);
});

test('a day goes from midnight to midnight in Paris', () => {
  expect(wholeDay('2026-03-29')).toEqual({
    from: '2026-03-28T23:00:00.000Z',
    to: '2026-03-29T22:00:00.000Z',
  });
});
