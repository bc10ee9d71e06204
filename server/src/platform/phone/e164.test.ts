import { describe, expect, it } from 'vitest';
import { isMobile, toE164 } from './e164.ts';

describe('toE164', () => {
  it.each([
    ['06 39 98 12 34', '+33639981234'],
    ['06.39.98.12.34', '+33639981234'],
    ['0639981234', '+33639981234'],
    ['+33 6 39 98 12 34', '+33639981234'],
    ['+33 (0)6 39 98 12 34', '+33639981234'],
    ['0033 6 39 98 12 34', '+33639981234'],
    ['+33 06 39 98 12 34', '+33639981234'],
    ['04\u202f78\u202f00\u202f00\u202f00', '+33478000000'],
    ['0692 12 34 56', '+262692123456'],
    ['0639 12 34 56', '+262639123456'],
    ['0690 12 34 56', '+590690123456'],
    ['0594 12 34 56', '+594594123456'],
    ['0696 12 34 56', '+596696123456'],
    ['+262 692 12 34 56', '+262692123456'],
    ['+41 79 123 45 67', '+41791234567'],
    ['+1 (212) 555-0100', '+12125550100'],
  ])('%s is %s', (typed, expected) => {
    expect(toE164(typed)).toBe(expected);
  });

  it.each([
    '',
    '3977',
    '06 39 98',
    '06 39 98 12 34 5',
    'zéro six',
    '+33 6 39',
    '++33639981234',
    '٠٦٣٩٩٨١٢٣٤',
  ])('nobody can be called by « %s »', (typed) => {
    expect(toE164(typed)).toBeNull();
  });

  it('changes nothing when read again', () => {
    for (const number of ['+33639981234', '+262692123456', '+41791234567']) {
      expect(toE164(number)).toBe(number);
    }
  });
});

it('tells a mobile telephone from a line', () => {
  expect(isMobile('+33639981234')).toBe(true);
  expect(isMobile('+33739981234')).toBe(true);
  expect(isMobile('+262692123456')).toBe(true);
  expect(isMobile('+33478000000')).toBe(false);
  expect(isMobile('+33939000000')).toBe(false);
  expect(isMobile('+41791234567')).toBe(true);
});
