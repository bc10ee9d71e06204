import { expect, it } from 'vitest';
import { onePer } from './one-per.ts';

it('makes one thing for each owner, when it is first asked for', () => {
  const made: object[] = [];
  const cacheOf = onePer((owner: object) => {
    made.push(owner);
    return new Map<string, string>();
  });
  const [a, b] = [{}, {}];
  expect(made).toEqual([]);
  cacheOf(a).set('key', 'of a');
  expect(cacheOf(a).get('key')).toBe('of a');
  expect(cacheOf(b).get('key')).toBeUndefined();
  expect(made).toEqual([a, b]);
});
