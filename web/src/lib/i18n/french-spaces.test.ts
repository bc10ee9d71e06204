import { expect, test } from 'vitest';
import { frenchSpaces } from './french-spaces.ts';

test.each([
  ['<p>Où ?</p>', '<p>Où\u00a0?</p>'],
  ['<p>Lieu : « gare » ; ici !</p>', '<p>Lieu\u00a0: «\u00a0gare\u00a0»\u00a0; ici\u00a0!</p>'],
  ['<b>12:30</b>', '<b>12:30</b>'],
  ['<b>Oui</b> ; non', '<b>Oui</b>\u00a0; non'],
])('%s becomes %s', (html, spaced) => expect(frenchSpaces(html)).toBe(spaced));

test.each([
  '<input value="Où ?">',
  '<a title="Quoi ?" href="/?a=b ;c">x</a>',
  '<textarea name="t">Mes mots : rien ?</textarea>',
  '<code>a ? b : c</code>',
  '<script>a ? b : c</script>',
])('%s is left alone', (html) => expect(frenchSpaces(html)).toBe(html));

test('what follows a text left alone is spaced again', () => {
  expect(frenchSpaces('<textarea>a ?</textarea><p>b ?</p>')).toBe(
    '<textarea>a ?</textarea><p>b\u00a0?</p>',
  );
});
