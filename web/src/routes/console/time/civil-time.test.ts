import { expect, test } from 'vitest';
import { addDays, civilDate, civilTime, instantOf, minutesOfDay } from './civil-time.ts';

test.each([
  ['2026-01-15', '08:30', '2026-01-15T07:30:00.000Z'],
  ['2026-07-15', '08:30', '2026-07-15T06:30:00.000Z'],
  // The night when summer comes: 02:30 does not exist.
  ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  // The night when it goes: 02:30 comes twice.
  ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25', '00:15', '2026-10-24T22:15:00.000Z'],
])('%s at %s is %s', (date, time, expected) => {
  expect(instantOf(date, time).toISOString()).toBe(expected);
});

test('an instant is read on the wall of the town hall', () => {
  expect(civilDate('2026-12-31T23:30:00Z')).toBe('2027-01-01');
  expect(civilTime('2026-12-31T23:30:00Z')).toBe('00:30');
  expect(minutesOfDay('2026-06-01T06:45:00Z')).toBe(8 * 60 + 45);
});

test('days follow each other over months and changes of hour', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
  expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});
