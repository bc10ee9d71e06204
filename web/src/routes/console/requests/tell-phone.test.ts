import { expect, test } from 'vitest';
import { tellPhone } from './tell-phone.ts';

test('a French number is told in pairs, another as it is', () => {
  expect(tellPhone('+33639981234')).toBe('06\u00a039\u00a098\u00a012\u00a034');
  expect(tellPhone('+262692123456')).toBe('06\u00a092\u00a012\u00a034\u00a056');
  expect(tellPhone('+41791234567')).toBe('+41791234567');
  expect(tellPhone('39 77')).toBe('39 77');
});
