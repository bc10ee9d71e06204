import { expect, test } from 'vitest';
import { readWeek, writeDay } from './working-week.ts';

test('a week reads as it was written', () => {
  const day: [string, string][] = [
    ['08:00', '12:00'],
    ['13:30', '17:30'],
  ];
  expect(readWeek([writeDay(day), '', '', '', '', '', ''])).toEqual({ 1: day });
});

test.each([
  [
    '8h-12h et 13h30-17h',
    [
      ['08:00', '12:00'],
      ['13:30', '17:00'],
    ],
  ],
  ['9 – 17', [['09:00', '17:00']]],
  ['8:00 à 12:00', [['08:00', '12:00']]],
])('« %s » is understood', (text, openings) => {
  expect(readWeek([text])).toEqual({ 1: openings });
});

test.each(['matin', '8h', '8h-', '-12h'])('« %s » is not', (text) => {
  expect(readWeek([text])).toBeUndefined();
});
