import { expect, it } from 'vitest';
import { tradeOf } from './trade.ts';

it.each([
  ['Lampadaire éteint', 'lighting'],
  ['Remettre en service un point lumineux', 'lighting'],
  ['Panneau tombé', 'signs'],
  ['Nid-de-poule', 'roads'],
  ['Dépôt sauvage', 'cleaning'],
  ['Branche tombée', 'green'],
  ['Fuite d’eau', 'water'],
  ['Banc cassé', 'furniture'],
  ['Chapeau au bureau', 'other'],
])('%s → %s', (about, trade) => {
  expect(tradeOf(about)).toBe(trade);
});
