import { expect, it } from 'vitest';
import { codesIn } from './find-references.ts';

it.each([
  ['Demande K7QM-2X9D : toujours là', ['K7QM-2X9D']],
  ['demande k7qm2x9d', ['k7qm2x9d']],
  ['code K7QM 2X9D.', ['K7QM 2X9D']],
  ['Demande KQMA-XDNR', ['KQMA-XDNR']],
  ['K7QM–2X9D et ABCD-1234, K7QM–2X9D', ['K7QM–2X9D', 'ABCD-1234']],
  ['Le banc rose est dans mare', []],
  ['appelez le 0639981234', []],
])('the codes of « %s » are %j', (text, codes) => {
  expect(codesIn(text)).toEqual(codes);
});
