import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findDuplicateKey } from './duplicate-keys.ts';

it.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"x":{"b":1,"\\u0062":2}}', 'b'],
  ['[{"k":1},{"k":2, "q":"k", "k" : 3}]', 'k'],
])('finds the repeated name of %s', (json, name) => {
  expect(findDuplicateKey(json)).toBe(name);
});

it.each([
  '{"a":{"a":1}}',
  '[{"a":1},{"a":2}]',
  '{"a":"{\\"a\\":1,\\"a\\":2}"}',
  '"a"',
  '[]',
  '{"a":"a"}',
])('finds none in %s', (json) => {
  expect(findDuplicateKey(json)).toBeUndefined();
});

it('finds none in what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      // JSON.parse then stringify keeps one of each name.
      expect(findDuplicateKey(JSON.stringify(JSON.parse(json)))).toBeUndefined();
    }),
  );
});
