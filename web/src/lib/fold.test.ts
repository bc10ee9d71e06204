import { expect, test } from 'vitest';
import { beginsWords, fold } from './fold.ts';

test('accents, capitals, ligatures and curly apostrophes are as people type them', () => {
  expect(fold('Éclairage de l’ŒUVRE')).toBe("eclairage de l'oeuvre");
  expect(fold('Éclairage'.normalize('NFD'))).toBe(fold('Éclairage'));
});

test('each word typed begins a word, in any order', () => {
  expect(beginsWords('pub eclai', 'Éclairage public – Lampadaire éteint')).toBe(true);
  expect(beginsWords('nid poule', 'Trou ou nid-de-poule')).toBe(true);
  expect(beginsWords('airage', 'Éclairage public')).toBe(false);
  expect(beginsWords('  ', 'Éclairage public')).toBe(true);
});
