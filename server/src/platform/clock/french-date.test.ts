import { expect, it } from 'vitest';
import { englishDate } from './english-date.ts';
import { frenchDate } from './french-date.ts';

it('writes a day in Paris as French does, the first of a month as such', () => {
  expect(frenchDate(new Date('2026-11-30T23:30:00Z'))).toBe('1er décembre 2026');
  expect(frenchDate(new Date('2026-12-11T09:00:00Z'))).toBe('11 décembre 2026');
});

it('writes the same day in English for who reads English', () => {
  expect(englishDate(new Date('2026-11-30T23:30:00Z'))).toBe('1 December 2026');
});
