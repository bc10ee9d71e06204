import { expect, test } from 'vitest';
import { frenchSpaces, withFrenchSpaces } from './french-spaces.ts';

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

test('every sentence of a catalogue is spaced, those made of parts included', () => {
  const words = withFrenchSpaces({
    hint: 'Sans date : rien',
    deep: {
      many: ['Quoi ?', 'Rien'],
      tell: (name: string, count: number) => `${name} ; ${count} !`,
    },
    count: 3,
  });
  expect(words.hint).toBe('Sans date\u00a0: rien');
  expect(words.deep.many).toEqual(['Quoi\u00a0?', 'Rien']);
  expect(words.deep.tell('Léa', 2)).toBe('Léa\u00a0; 2\u00a0!');
  expect(words.count).toBe(3);
});
