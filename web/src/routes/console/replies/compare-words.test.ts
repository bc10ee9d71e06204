import { expect, test } from 'vitest';
import { compareWords } from './compare-words.ts';

test('what changed is told word by word', () => {
  expect(compareWords('Le trou est comblé.', 'Le trou sera comblé demain.')).toEqual([
    { kind: 'same', text: 'Le trou ' },
    { kind: 'removed', text: 'est' },
    { kind: 'added', text: 'sera' },
    { kind: 'same', text: ' ' },
    { kind: 'removed', text: 'comblé.' },
    { kind: 'added', text: 'comblé demain.' },
  ]);
});

test('each version can be read back whole, whatever they are', () => {
  for (const [before, after] of [
    ['', 'a b'],
    ['a b', ''],
    ['a  b\n\nc', 'c b  a'],
    ['x '.repeat(5_000), 'y'],
  ] as const) {
    const stretches = compareWords(before, after);
    const read = (without: string) =>
      stretches
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join('');
    expect(read('added')).toBe(before);
    expect(read('removed')).toBe(after);
  }
});
