import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBal } from './read-bal.ts';

const COMMUNES = new Map([['31591', 'Escoulis']]);
const HEADER = 'cle_interop;commune_insee;toponyme;numero;suffixe;commune_nom;position;long;lat';
const row = (
  more: Partial<
    Record<'commune' | 'street' | 'number' | 'suffix' | 'position' | 'long' | 'lat', string>
  > = {},
) => {
  const {
    commune = '31591',
    street = 'Rue des 3 Places',
    number = '9',
    suffix = '',
    position = 'entrée',
    long = '1.028392',
    lat = '43.111637',
  } = more;
  return `${commune}_xxxx;${commune};${street};${number};${suffix};Escoulis;${position};${long};${lat}`;
};
const read = (...rows: string[]) => readBal([HEADER, ...rows].join('\r\n'), COMMUNES);

describe('readBal', () => {
  it('reads doors, keeps the best position of each, and names without number', () => {
    expect(
      read(
        row({ position: 'segment', long: '1.03' }),
        row(),
        row({ suffix: 'bis' }),
        row({ number: '99999', street: '"Le Moulin; d’en haut"' }),
        row({ commune: '31555' }),
        '',
      ),
    ).toEqual({
      faults: [],
      elsewhere: 1,
      addresses: [
        expect.objectContaining({
          number: '9',
          point: { type: 'Point', coordinates: [1.028392, 43.111637] },
        }),
        expect.objectContaining({
          number: '9 bis',
          street: 'Rue des 3 Places',
          communeName: 'Escoulis',
        }),
      ],
      landmarks: [expect.objectContaining({ name: 'Le Moulin; d’en haut' })],
    });
  });

  it.each([
    ['no name', row({ street: '' }), 'le nom de la voie manque'],
    ['a number that is none', row({ number: 'neuf' }), '« neuf » n’est pas un numéro'],
    ['no position', row({ long: '' }), 'longitude et latitude'],
    [
      'Lambert 93 under long and lat',
      row({ long: '539416', lat: '6225601' }),
      'longitude et latitude',
    ],
    ['no commune', row({ commune: '' }), 'le code INSEE de la commune manque'],
  ])('refuses %s, with its line', (_what, bad, reason) => {
    const { faults } = read(row(), bad === row({ commune: '' }) ? bad.replace('_xxxx', '') : bad);
    expect(faults).toEqual([{ line: 3, reason: expect.stringContaining(reason) }]);
  });

  it('refuses another format, and never throws', () => {
    expect(readBal('a,b\n1,2', COMMUNES).faults[0]?.reason).toContain(
      'colonnes absentes : toponyme',
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        readBal(text, COMMUNES);
        readBal(`${HEADER}\n${text}`, COMMUNES);
      }),
    );
  });

  const samples = new URL('../../../../../../shared/data/geo/bal/', import.meta.url);
  it.skipIf(!existsSync(samples)).each(['1.4-valid.csv', '1.5-valid.csv'])(
    'reads the official sample %s (skipped without it)',
    (name) => {
      const result = readBal(readFileSync(new URL(name, samples), 'utf8'), COMMUNES);
      expect(result).toMatchObject({ faults: [], addresses: [{ number: '9' }] });
    },
  );
});
