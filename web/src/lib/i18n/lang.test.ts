import { expect, test } from 'vitest';
import { chooseLang } from './lang.ts';

test.each([
  [undefined, null, 'fr'],
  [undefined, 'en-GB,en;q=0.9', 'en'],
  [undefined, 'de;q=1, en;q=0.4, fr;q=0.8', 'fr'],
  [undefined, 'fr;q=0, en;q=0.1', 'en'],
  [undefined, 'de', 'fr'],
  [undefined, ';;;q=zz,,', 'fr'],
  ['en', 'fr', 'en'],
  ['xx', 'en', 'en'],
] as const)('cookie %s and Accept-Language %s choose %s', (cookie, header, lang) => {
  expect(chooseLang(cookie, header)).toBe(lang);
});
