import { expect, it } from 'vitest';
import { decodable } from './decodable.ts';

it.each([
  ['/a%20b?q=%zz', '/a%20b?q=%zz'],
  ['/%zz?a=1?b', '/%25zz?a=1?b'],
  ['/%c3%28', '/%25c3%2528'],
  ['/%', '/%25'],
])('%s is read as %s', (url, read) => {
  expect(decodable(url)).toBe(read);
});
