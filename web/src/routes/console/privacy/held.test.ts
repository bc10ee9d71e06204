import { expect, test } from 'vitest';
import { aboutOf, personOf } from './about.ts';
import { headlineOf, linesOf, mayBeAnothers } from './held.ts';

const reading = {
  fields: { code: 'Code', receivedAt: 'Reçue le', name: 'Nom', ratings: 'Avis', score: 'note' },
  values: { sms: 'SMS' },
  tellAt: (at: string) => `<${at}>`,
};
const request = {
  id: '1',
  code: 'K7QM-2X9D',
  service: 'Nid-de-poule',
  receivedAt: '2026-11-24T09:00:00.000Z',
  closedAt: null,
  answers: {},
  contact: { name: 'Zoé', email: 'zoe@exemple.fr', phone: null, preference: 'sms' },
  ratings: [{ score: 2 }],
  photos: ['x'],
};

test('says what is held in the reader’s words, and nothing of what is empty', () => {
  expect(linesOf(request, reading)).toEqual([
    { label: 'Code', text: 'K7QM-2X9D' },
    { label: 'service', text: 'Nid-de-poule' },
    { label: 'Reçue le', text: '<2026-11-24T09:00:00.000Z>' },
    { label: 'Nom', text: 'Zoé' },
    { label: 'email', text: 'zoe@exemple.fr' },
    { label: 'preference', text: 'SMS' },
    { label: 'Avis', text: 'note : 2' },
  ]);
  expect(headlineOf(request)).toBe('K7QM-2X9D, Nid-de-poule');
  expect(headlineOf({ senderAddress: 'x' })).toBe('');
});

test('doubts what came with another address, never what came with none', () => {
  const zoe = { emails: ['zoe@exemple.fr'], phones: ['+33612345678'] };
  expect(mayBeAnothers(zoe, request)).toBe(false);
  expect(mayBeAnothers(zoe, { contact: { email: 'ZOE@exemple.fr', phone: null } })).toBe(false);
  expect(mayBeAnothers(zoe, { contact: { email: 'luc@exemple.fr', phone: null } })).toBe(true);
  expect(mayBeAnothers(zoe, { contact: { email: null, phone: '+33700000000' } })).toBe(true);
  expect(mayBeAnothers(zoe, { senderAddress: 'zoe@exemple.fr' })).toBe(false);
  const both = { ...zoe, emails: ['zoe@exemple.fr', 'luc@exemple.fr'] };
  expect(mayBeAnothers(both, { contact: { email: 'luc@exemple.fr', phone: null } })).toBe(false);
});

test('takes several sightings for one person when whoever answers them says so', () => {
  const seen = { requestIds: [], seen: [], count: 1 };
  const home = { ...seen, names: ['Zoé'], email: 'zoe@exemple.fr', phone: '+33612345678' };
  const work = { ...seen, names: ['Zoé'], email: 'z@travail.exemple', phone: '+33612345678' };
  const person = personOf([home, work]);
  expect(person).toMatchObject({ names: ['Zoé'], phones: ['+33612345678'], shared: false });
  expect(person.emails).toEqual(['zoe@exemple.fr', 'z@travail.exemple']);
  expect(aboutOf(person, ['1'])).toMatchObject({ emails: person.emails, itemIds: ['1'] });
  // Two names under one address may be two people; two addresses that a person joined are not.
  expect(personOf([{ ...home, names: ['Zoé', 'Luc'] }]).shared).toBe(true);
  expect(personOf([home, { ...work, names: ['Z. Roux'] }]).shared).toBe(false);
});
