import { expect, test } from 'vitest';
import { tellPlace } from './place.ts';

test.each([
  ['3 rue des Lilas', 'Montserein', '3 rue des Lilas, Montserein'],
  ['3 rue des Lilas, Montserein', 'Montserein', '3 rue des Lilas, Montserein'],
  ['', 'Montserein', 'Montserein'],
  ['Pont de la D 12', null, 'Pont de la D 12'],
  ['', null, ''],
])('%j in %s is told %j', (address, commune, expected) => {
  expect(tellPlace(address, commune)).toBe(expected);
});
