import { expect, test } from 'vitest';
import { writeCsv } from './write-csv.ts';

const line = (...cells: (string | number | null)[]) => writeCsv([cells]).slice(1, -2);

test('opens by a double click: byte order mark, semicolons, decimal commas, CRLF', () => {
  expect(
    writeCsv([
      ['é', 1.5, null],
      ['b', 2, ''],
    ]),
  ).toBe('\uFEFFé;1,5;\r\nb;2;\r\n');
});

test.each([
  ['a;b', '"a;b"'],
  ['dit « "oui" »', '"dit « ""oui"" »"'],
  ['deux\nlignes', '"deux\nlignes"'],
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['Rue de la Paix', 'Rue de la Paix'],
])('%j is written %s', (cell, written) => {
  expect(line(cell)).toBe(written);
});

test('a negative number stays a number', () => {
  expect(line(-3)).toBe('-3');
});
