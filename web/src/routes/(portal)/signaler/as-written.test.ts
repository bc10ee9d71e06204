import { expect, test } from 'vitest';
import { asWritten } from './as-written.ts';

test('folded words come back with their accents and capitals, once each', () => {
  expect(
    asWritten('Lampadaire ÉTEINT, éteint depuis lundi', ['lampadaire', 'eteint', 'absent']),
  ).toEqual(['Lampadaire', 'ÉTEINT']);
});

test('an accent typed as a separate mark is the same word', () => {
  expect(asWritten('e\u0301teint', ['eteint'])).toEqual(['e\u0301teint']);
});
