import { expect, test } from 'vitest';
import { joinTitle, splitTitle } from './titled-words.ts';

test('a subject and its text come apart as they were joined', () => {
  const joined = joinTitle({ subject: ' Votre\n demande ', message: 'Bonjour,\r\n\r\nOui.' });
  expect(joined).toBe('Objet : Votre demande\n\nBonjour,\n\nOui.');
  expect(splitTitle(joined)).toEqual({ subject: 'Votre demande', text: 'Bonjour,\n\nOui.' });
});

test('without a subject the text is all there is', () => {
  expect(joinTitle({ message: 'Oui.' })).toBe('Oui.');
  expect(joinTitle({ subject: '  ', message: 'Oui.' })).toBe('Oui.');
  expect(splitTitle('Oui, objet : rien.')).toEqual({ subject: null, text: 'Oui, objet : rien.' });
});

test('a line alone is words, not a subject without words', () => {
  expect(splitTitle('Objet : trou')).toEqual({ subject: null, text: 'Objet : trou' });
});
