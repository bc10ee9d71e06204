import { expect, test } from 'vitest';
import { joinWords, leftToFill } from './join-words.ts';

test('a reply goes under what was typed', () => {
  expect(joinWords('  ', 'Réponse')).toBe('Réponse');
  expect(joinWords('Madame,\n', 'Réponse')).toBe('Madame,\n\nRéponse');
});

test('what is left to fill is found', () => {
  expect(leftToFill('Le [à compléter : date de l’intervention].')).toBe(
    '[à compléter : date de l’intervention]',
  );
  expect(leftToFill('On [to complete: name]')).toBe('[to complete: name]');
  expect(leftToFill('Rien [ici].')).toBeUndefined();
});
