import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchWords, slipsBetween } from './match.ts';
import { readQuery } from './read-query.ts';
import { numberKey, wordsOf } from './words.ts';

describe('wordsOf', () => {
  it.each([
    ['Bd. de l’Église', ['boulevard', 'eglise']],
    ['AV DU GAL LECLERC', ['avenue', 'general', 'leclerc']],
    ['r. St-Roch', ['rue', 'saint', 'roch']],
    ['Cœur de la Ville', ['coeur', 'ville']],
    ['la', ['la']],
    ['', []],
  ])('folds « %s »', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('does not mind case, accents, or being done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = wordsOf(text);
        expect(wordsOf(text.normalize('NFD'))).toEqual(once);
        expect(wordsOf(once.join(' ')).length).toBeLessThanOrEqual(once.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('writes a house number one way', () => {
    expect(['12 bis', '12Bis', '12-BIS'].map(numberKey)).toEqual(['12bis', '12bis', '12bis']);
  });
});

describe('readQuery', () => {
  const numbers = (typed: string) => readQuery(typed).readings.map(({ number }) => number);

  it('tries every number as the house number', () => {
    expect(numbers('12 rue du 8 mai 1945')).toEqual([null, '12', '8', '1945']);
    expect(readQuery('12 rue du 8 mai 1945').text).toBe('rue mai');
    expect(numbers('rue de la Fontaine 12 bis')).toContain('12bis');
    expect(numbers('12')).toEqual([null]);
  });

  it('sets a postcode aside', () => {
    expect(readQuery('3 place Carnot, 34170')).toMatchObject({
      postcode: '34170',
      text: 'place carnot',
    });
  });

  it('stays bounded, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (typed) => {
        const { readings } = readQuery(typed);
        expect(readings.length).toBeLessThanOrEqual(8);
        for (const { words } of readings) expect(words.length).toBeLessThanOrEqual(12);
      }),
    );
  });
});

describe('matchWords', () => {
  const fontaine = ['rue', 'fontaine'];
  const tier = (query: string) => matchWords(wordsOf(query), fontaine, ['ouestville'])?.tier;

  it('ranks exact before prefix before slips, and refuses strangers', () => {
    expect(tier('rue de la fontaine')).toBe(3);
    expect(tier('fontaine rue ouestville')).toBe(3);
    expect(tier('rue font')).toBe(2);
    expect(tier('fontaine')).toBe(2);
    expect(tier('rue de la fonatine')).toBe(1);
    expect(tier('avenue fontaine')).toBe(1);
    expect(tier('rue moulin')).toBeUndefined();
    expect(tier('')).toBeUndefined();
  });

  it('counts slips as optimal string alignment does', () => {
    expect(slipsBetween('fontaine', 'fonatine', 2)).toBe(1);
    expect(slipsBetween('eglise', 'eglse', 2)).toBe(1);
    expect(slipsBetween('abc', 'xyz', 3)).toBe(3);
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(slipsBetween(a, b, 20)).toBe(slipsBetween(b, a, 20));
        expect(slipsBetween(a, b, 20) === 0).toBe(a === b);
      }),
    );
  });
});
