import { describe, expect, it } from 'vitest';
import { foldText, wordsOf } from './fold-text.ts';

describe('words', () => {
  it.each([
    ['L’éclairage d’un CŒUR', ['eclairage', 'un', 'coeur']],
    ["aujourd'hui, qu'il", ['aujourd', 'hui', 'qu', 'il']],
    ['au 12 bis, 34000', ['au', '#', 'bis', '#']],
    ['Straße', ['strasse']],
    ['🌳 — !', []],
  ])('of « %s »', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('are bounded in number and length', () => {
    expect(wordsOf('mot '.repeat(5_000))).toHaveLength(400);
    expect(wordsOf('a'.repeat(10_000))[0]).toHaveLength(40);
  });

  it('fold once and for all', () => {
    expect(foldText(foldText('ÉLAGAGE'))).toBe('elagage');
  });
});
