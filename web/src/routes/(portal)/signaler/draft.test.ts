import { expect, test } from 'vitest';
import { type Draft, entriesOf, readDraft, readPoint, stepUrl } from './draft.ts';

const draft: Draft = {
  words: 'gros trou & flaque = danger ?',
  service: 'pothole',
  answers: { size: ['large'], where: ['lane', 'kerb'] },
  point: { lat: 43.61234, long: -3.87654 },
  address: '12 rue de l’Été',
};

test('a draft comes back from its address as it went', () => {
  const url = new URL(stepUrl('/signaler/lieu', draft), 'https://ville.example');
  expect(readDraft(url.searchParams)).toEqual(draft);
});

test('what was not said leaves no trace in the address', () => {
  expect(entriesOf({ words: '', service: '', answers: {}, point: null, address: '' })).toEqual([]);
  expect(stepUrl('/signaler', { ...draft, words: '' }, { service: '', answers: {} })).not.toContain(
    'mots=',
  );
});

test.each(['', 'x', '91,3', '43.6', '43.6,3.8,1', 'NaN,NaN', '43.6,190', ' 43.6,3.8'])(
  'the point %o is not understood',
  (text) => expect(readPoint(text)).toBeNull(),
);

test('endless words are cut, empty answers are dropped', () => {
  const parameters = new URLSearchParams({ mots: 'a'.repeat(5_000), 'r.size': ' ' });
  expect(readDraft(parameters).words).toHaveLength(1_000);
  expect(readDraft(parameters).answers).toEqual({});
});
