import { expect, it } from 'vitest';
import { findHostileText } from './hostile-text.ts';

it('points at a NUL character or half a surrogate pair, in values and in names', () => {
  expect(findHostileText({ a: ['fine', { 'b/c': 'no\0' }] })).toBe('/a/1/b~1c');
  expect(findHostileText({ a: '\ud83d' })).toBe('/a');
  expect(findHostileText({ 'a\0': 1 })).toBe('/a\0');
});

it('lets every language and emoji pass', () => {
  expect(
    findHostileText({ a: '🚧 عطل في الإنارة — l’éclairage', b: [null, 1, true] }),
  ).toBeUndefined();
});
