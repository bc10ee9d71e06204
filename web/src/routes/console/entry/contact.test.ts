import { expect, test } from 'vitest';
import { knownBy, NOBODY } from './contact.ts';

test('only a whole number or address tells who calls', () => {
  expect(knownBy({ ...NOBODY, phone: '06 12 34 5', email: 'zoe@' })).toEqual({});
  expect(knownBy({ ...NOBODY, phone: ' 06 12 34 56 78 ', email: 'zoe@exemple.fr ' })).toEqual({
    phone: '06 12 34 56 78',
    email: 'zoe@exemple.fr',
  });
  expect(knownBy({ ...NOBODY, phone: '+33 6 12 34 56 78' })).toEqual({
    phone: '+33 6 12 34 56 78',
  });
});
