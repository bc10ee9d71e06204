import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../test/catalogue-of-test.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/platform.ts';
import { foundTestTerritory, type TestTerritory } from '../../../test/territory.ts';
import { type Act, systemActor } from '../../platform/acts/index.ts';
import { eventsOf } from '../../platform/events/index.ts';
import type { Problem } from '../../platform/problem/index.ts';
import { importPlaces } from '../places/index.ts';
import { importCatalogue } from './import-catalogue.ts';
import { listRequests } from './inbox/list-store.ts';
import { findPublished } from './open311/store.ts';
import { findRequest } from './store.ts';
import { type SubmitServiceRequest, submitServiceRequest } from './submit-service-request.ts';

let test: TestPlatform;
let organizations: TestTerritory;

beforeAll(async () => {
  test = await createTestPlatform({ config: { publicUrl: 'https://demandes.test' } });
  organizations = await foundTestTerritory(test);
  await importCatalogue(test.platform, test.act(systemActor('test')), { services: CATALOGUE });
  await importPlaces(test.platform, test.act(systemActor('test')), STREET);
});
afterAll(() => test.close());

const STREET = {
  features: [
    {
      kind: 'street',
      name: 'Route de la Mer',
      roadClass: 'departmental' as const,
      roadNumber: 'D 12',
      builtUp: false,
      communeCode: '99001',
      minZoom: 12,
      geometry: {
        type: 'LineString' as const,
        coordinates: [
          [3.86, 43.65],
          [3.87, 43.65],
        ],
      },
    },
  ],
  addresses: [
    {
      number: '4',
      street: 'Route de la Mer',
      communeCode: '99001',
      communeName: 'Ouestville',
      postcode: '99100',
      point: { type: 'Point' as const, coordinates: [3.865, 43.6502] },
    },
  ],
  landmarks: [],
};

const WEST = { lat: 43.63, long: 3.83 };

const submit = (more: Partial<SubmitServiceRequest> = {}, act: Act = test.act()) =>
  submitServiceRequest(test.platform, act, {
    serviceCode: 'lampadaire',
    description: 'Il est éteint',
    point: WEST,
    address: null,
    answers: {},
    photoIds: [],
    channel: 'web',
    language: 'fr',
    ...more,
  });

async function refusalOf(submitted: Promise<unknown>): Promise<Problem> {
  return submitted.then(
    () => expect.fail('It was accepted'),
    (problem) => problem,
  );
}

const stored = async (id: string) => {
  const request = await findRequest(test.platform.db.read, test.territoryId, id);
  return request ?? expect.fail('It is not there');
};

describe('a report', () => {
  it('is kept whole and acknowledged with what the law asks for', async () => {
    const contact = { name: ' Odile  Martin ', email: 'odile@exemple.fr', phone: '' };
    const submitted = await submit({ contact, address: ' 3 rue\ndes Lilas ' });
    expect(submitted).toEqual({
      id: expect.any(String),
      code: expect.stringMatching(/^\w{4}-\w{4}$/),
      url: `https://demandes.test/suivi/${submitted.code}`,
      organization: { id: organizations.west, name: 'Ouestville' },
      assignment: 'certain',
      acknowledgement: `Votre demande ${submitted.code} a été reçue le 24 novembre 2026. Elle est confiée à : Ouestville.`,
    });
    expect(await stored(submitted.id)).toMatchObject({
      status: 'received',
      serviceName: 'Lampadaire en panne',
      address: '3 rue des Lilas',
      communeName: 'Ouestville',
      contact: { name: 'Odile Martin', email: 'odile@exemple.fr', phone: null, preference: null },
      priority: 3,
      dueAt: null,
      version: 1,
    });
  });

  it('tells itself once, without any personal data', async () => {
    const contact = { name: 'Odile Secrète', email: 'secrete@exemple.fr', phone: '0600000000' };
    const { id } = await submit({ contact, description: 'phrase privée' });
    const events = await eventsOf(test.platform.db.read, test.territoryId, [id]);
    expect(events.map(({ type }) => type)).toEqual(['service-request.received']);
    expect(JSON.stringify(events)).not.toMatch(/Odile|secrete|0600|privée/i);
  });

  it('is answered the way its author asks, or refused with what is missing', async () => {
    const postalAddress = ' 3 rue des Lilas\r\n 99100  OUESTVILLE';
    const contact = { phone: '06 39 98 12 34', postalAddress, preference: 'letter' as const };
    const { id } = await submit({ contact });
    expect((await stored(id)).contact).toEqual({
      name: null,
      email: null,
      phone: '+33639981234',
      postalAddress: '3 rue des Lilas\n99100 OUESTVILLE',
      preference: 'letter',
    });
    const refused = await refusalOf(submit({ contact: { preference: 'sms' } }));
    expect(refused).toMatchObject({
      type: '/problems/service-requests/contact-incomplete',
      extensions: { errors: [{ pointer: '/contact/phone' }] },
    });
  });

  it('is due after the working days that its service promises, holidays apart', async () => {
    const { id } = await submit({ serviceCode: 'nid-de-poule', answers: { taille: 'grand' } });
    expect((await stored(id)).dueAt).toEqual(new Date('2027-01-07T09:00:00Z'));
  });
});

describe('whose it is', () => {
  it('depends on the service', async () => {
    const { organization } = await submit({
      serviceCode: 'nid-de-poule',
      answers: { taille: 'petit' },
    });
    expect(organization?.name).toBe('Métropole d’essai');
  });

  it('depends on the road, by the point or by the address as it is written', async () => {
    const pothole = { serviceCode: 'nid-de-poule', answers: { taille: 'petit' } };
    const onIt = await submit({ ...pothole, point: { lat: 43.65, long: 3.865 } });
    expect(onIt.organization?.name).toBe('Département d’essai');
    expect((await stored(onIt.id)).address).toBe('4 Route de la Mer, Ouestville');
    const byAddress = await submit({ ...pothole, point: null, address: '4 rte de la mer' });
    expect(byAddress.organization?.name).toBe('Département d’essai');
    expect(await stored(byAddress.id)).toMatchObject({ point: null, communeName: 'Ouestville' });
  });

  it('is for a person to say when nobody knows the address', async () => {
    const submitted = await submit({ point: null, address: 'derrière chez Zébulon' });
    expect(submitted).toMatchObject({ organization: null, assignment: 'unclear' });
    expect(submitted.acknowledgement).toContain('Nous cherchons quel service est compétent');
  });

  it('is said to be of others when the place is outside', async () => {
    const problem = await refusalOf(submit({ point: { lat: 43.8, long: 3.85 } }));
    expect(problem.type).toBe('/problems/service-requests/outside-territory');
    expect(problem.status).toBe(422);
    expect(problem.detail?.fr).toMatch(
      /en dehors du territoire « Territoire d’essai ».*Ouestville/,
    );
  });
});

describe('what is refused', () => {
  it.each([
    ['an unknown service', { serviceCode: 'rien' }, 'unknown-service'],
    ['a service no longer offered', { serviceCode: 'ancien' }, 'unknown-service'],
    ['no place at all', { point: null, address: '  ' }, 'place-missing'],
    ['a missing answer', { serviceCode: 'nid-de-poule' }, 'answers-refused'],
    ['an answer that nobody asked for', { answers: { x: 'y' } }, 'answers-refused'],
  ])('%s', async (_, wrong, problem) => {
    expect((await refusalOf(submit(wrong))).type).toBe(`/problems/service-requests/${problem}`);
  });

  it('a photo that was never sent, without losing the reports that came with it', async () => {
    const photoIds = ['01990000-0000-7000-8000-000000000000'];
    const outcomes = await Promise.allSettled([submit(), submit(), submit({ photoIds }), submit()]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(outcomes[2]).toMatchObject({ reason: { type: '/problems/files/unknown-file' } });
  });

  it('another channel than the web from a resident', async () => {
    expect((await refusalOf(submit({ channel: 'phone' }))).status).toBe(403);
    const desk = test.act(test.actor('desk', organizations.west));
    expect(await submit({ channel: 'phone' }, desk)).toHaveProperty('code');
  });
});

describe('what comes without a form', () => {
  const letter = (more: Partial<SubmitServiceRequest> = {}) =>
    submit(
      { serviceCode: 'unsorted', channel: 'letter', point: null, ...more },
      test.act(test.actor('desk', organizations.west)),
    );

  it('needs neither service nor place: a person makes both out', async () => {
    const submitted = await letter();
    expect(submitted).toMatchObject({ organization: null, assignment: 'unclear' });
    expect(await stored(submitted.id)).toMatchObject({
      serviceName: 'À préciser',
      point: null,
      address: '',
      channel: 'letter',
      assignmentReason: expect.stringMatching(
        /lieu n’est pas indiqué.*prestation reste à préciser/,
      ),
    });
  });

  it('keeps a place that was read out of its words as a proposal', async () => {
    const { id } = await letter({
      serviceCode: 'lampadaire',
      address: '4 route de la mer',
      placeProposed: true,
    });
    expect(await stored(id)).toMatchObject({
      communeName: 'Ouestville',
      assignment: 'unclear',
      assignmentReason: expect.stringContaining('à confirmer'),
    });
  });

  it('is taken even of a place outside: its author is not there to be told', async () => {
    const { id } = await letter({ point: { lat: 43.8, long: 3.85 } });
    const kept = { assignment: 'unclear', organizationId: organizations.west };
    expect(await stored(id)).toMatchObject(kept);
  });

  it('is no way around the form for who has one', async () => {
    const unsorted = await refusalOf(submit({ serviceCode: 'unsorted' }));
    expect(unsorted.type).toBe('/problems/service-requests/unknown-service');
    const act = test.act(test.actor('desk', organizations.west));
    const noPlace = await refusalOf(submit({ channel: 'phone', point: null }, act));
    expect(noPlace.type).toBe('/problems/service-requests/place-missing');
  });

  it('is hidden from everyone until a person has read it', async () => {
    const { id } = await letter({ point: WEST });
    const { read } = test.platform.db;
    expect(await findPublished(read, test.territoryId, id)).toBeUndefined();
    const seen = await listRequests(
      read,
      test.territoryId,
      'everyone',
      {},
      'newest',
      undefined,
      200,
    );
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.map((request) => request.id)).not.toContain(id);
  });
});

describe('hostile words', () => {
  it('are kept as the text that they are', async () => {
    const description = `<script>alert('x')</script> 🕳️👩‍🦽 ${'حفرة '.repeat(1_000)} '); DROP TABLE service_request; --`;
    const { id } = await submit({ description });
    expect((await stored(id)).description).toBe(description);
  });

  it('of ten thousand characters without a space are kept too', async () => {
    const description = '🌳'.repeat(5_000);
    const { id } = await submit({ description });
    expect((await stored(id)).description).toBe(description);
  });

  it('lose the characters that no keyboard types', async () => {
    const { id } = await submit({ description: 'a\u0000b\u0008c\u202ed' });
    expect((await stored(id)).description).toBe('abcd');
  });
});

describe('a repeated report', () => {
  const once = (key: string, fingerprint = 'same') =>
    test.act(undefined, { idempotency: { key, fingerprint } });
  const count = async () => {
    const { rows } = await test.platform.db.pool.query('SELECT count(*) FROM service_request');
    return Number(rows[0].count);
  };

  it('is taken once, whether it comes later or at the same moment', async () => {
    const before = await count();
    const first = await submit({}, once('key-one'));
    const again = await submit({}, once('key-one'));
    const twins = await Promise.all([
      submit({}, once('key-two')),
      submit({}, once('key-two')),
      submit({}, once('key-two')),
    ]);
    expect(again).toEqual(first);
    expect(twins[1]).toEqual(twins[0]);
    expect(twins[2]).toEqual(twins[0]);
    expect(await count()).toBe(before + 2);
  });

  it('is refused with other words, alone in its group', async () => {
    await submit({}, once('key-three'));
    const outcomes = await Promise.allSettled([
      submit({}, once('key-four')),
      submit({}, once('key-three', 'other')),
      submit({}, once('key-five')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { status: 422 } });
  });
});

describe('many reports at once', () => {
  it('are each kept and each told', async () => {
    const submitted = await Promise.all(Array.from({ length: 120 }, () => submit()));
    expect(new Set(submitted.map(({ code }) => code)).size).toBe(120);
    const ids = submitted.map(({ id }) => id);
    const events = await eventsOf(test.platform.db.read, test.territoryId, ids);
    expect(events).toHaveLength(120);
    for (const id of ids) expect((await stored(id)).status).toBe('received');
  });
});
