import { expect, test } from 'vitest';
import { readSending } from './read-sending.ts';

const form = (fields: Record<string, string | Blob>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
};

test('an empty form is fine: everything in it is optional', () => {
  expect(readSending(form({ photos: new File([], '') }))).toMatchObject({
    description: '',
    email: '',
    photos: [],
    faults: [],
  });
});

test.each([
  ['courriel', 'jeanne', 'emailWrong'],
  ['courriel', 'jeanne@mairie', 'emailWrong'],
  ['telephone', 'zéro six', 'phoneWrong'],
  ['telephone', '()', 'phoneWrong'],
  ['description', 'a'.repeat(10_001), 'tooLong'],
])('%s %s is refused', (field, value, fault) => {
  expect(readSending(form({ [field]: value }))).toMatchObject({ faults: [{ field, fault }] });
});

test('the way to be answered is one that is offered', () => {
  expect(
    readSending(form({ reponse: 'letter', adressePostale: '1 rue\r\n69100 Ville' })),
  ).toMatchObject({
    preference: 'letter',
    postalAddress: '1 rue\n69100 Ville',
  });
  expect(readSending(form({ reponse: 'pigeon' }))).toMatchObject({ preference: '' });
});

test('a forged key or photo id is replaced or dropped', () => {
  const sending = readSending(form({ cle: "'; DROP TABLE", photoRecue: '../../etc/passwd' }));
  expect(sending.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(sending.photoIds).toEqual([]);
});

test('taking a photo off keeps the others and every word', () => {
  const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
  const data = form({ description: 'trou', retirer: one });
  data.append('photoRecue', one);
  data.append('photoRecue', two);
  expect(readSending(data)).toMatchObject({
    photoToRemove: one,
    photoIds: [two],
    description: 'trou',
  });
});
