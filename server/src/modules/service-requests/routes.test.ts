import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../../test/app.ts';
import { CATALOGUE } from '../../../test/catalogue-of-test.ts';
import { foundTestTerritory, type TestTerritory } from '../../../test/territory.ts';
import { systemActor } from '../../platform/acts/index.ts';
import { importCatalogue } from './import-catalogue.ts';

let test: TestApp;
let organizations: TestTerritory;
let dispatcher: Caller;

beforeAll(async () => {
  test = await createTestApp();
  organizations = await foundTestTerritory(test);
  await importCatalogue(test.platform, test.act(systemActor('test')), { services: CATALOGUE });
  dispatcher = await test.login([{ organizationId: organizations.west, role: 'dispatcher' }]);
});
afterAll(() => test.close());

const api = (path: string) => `/api/v1${path}`;
const lamp = (more: object = {}) => ({
  serviceCode: 'lampadaire',
  description: 'Il fait noir',
  point: { lat: 43.63, long: 3.83 },
  contact: { name: 'Odile Résidente', email: 'odile@exemple.fr' },
  ...more,
});
const report = async (more: object = {}, headers: Record<string, string> = {}) => {
  const answer = await test.resident.send('POST', api('/service-requests'), lamp(more), headers);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json<{ id: string; code: string; url: string }>();
};

describe('the catalogue', () => {
  it('shows what is offered, and what it asks', async () => {
    const { items } = (await test.resident.get(api('/services'))).json();
    expect(items.map(({ code }: { code: string }) => code)).toEqual(['nid-de-poule', 'lampadaire']);
    expect(items[0]).toMatchObject({ hasQuestions: true, group: 'Voirie', defaultSeverity: 3 });
    const pothole = (await test.resident.get(api('/services/nid-de-poule'))).json();
    expect(pothole.questions[0]).toMatchObject({ code: 'taille', datatype: 'singlevaluelist' });
    expect((await test.resident.get(api('/services/ancien'))).statusCode).toBe(404);
  });

  it('is suggested from a resident’s words', async () => {
    const answer = await test.resident.get(
      api(`/services/suggestions?q=${encodeURIComponent('plus de lumière')}`),
    );
    expect(answer.json().items[0]).toMatchObject({
      service: { code: 'lampadaire' },
      words: ['lumiere'],
    });
    expect((await test.resident.get(api('/services/suggestions'))).statusCode).toBe(400);
  });

  it('is set by an administrator, at once', async () => {
    const administrator = await test.login([
      { organizationId: organizations.west, role: 'administrator' },
    ]);
    const renamed = CATALOGUE.map((service) => ({ ...service, name: `${service.name} !` }));
    const put = (caller: Caller, services: unknown) =>
      caller.send('PUT', api('/services'), { services } as object);
    expect((await put(test.resident, renamed)).statusCode).toBe(401);
    expect((await put(dispatcher, renamed)).statusCode).toBe(403);
    expect((await put(administrator, [{ code: 'x' }])).statusCode).toBe(400);
    expect((await put(administrator, renamed)).statusCode).toBe(200);
    const { name } = (await test.resident.get(api('/services/lampadaire'))).json();
    expect(name).toBe('Lampadaire en panne !');
    expect((await put(administrator, CATALOGUE)).statusCode).toBe(200);
  });
});

describe('from the report to the answer', () => {
  it('a resident reports, a dispatcher deals with it, the resident follows', async () => {
    const { id, code } = await report();
    const path = api(`/service-requests/${id}`);
    const detail = (await dispatcher.get(path)).json();
    expect(detail).toMatchObject({
      code,
      contact: { name: 'Odile Résidente' },
      organization: { name: 'Ouestville' },
      allowed: [
        'triage',
        'answer',
        'complete',
        'ask',
        'reject',
        'refuse',
        'transfer',
        'correct',
        'comment',
        'merge',
        'moderate',
      ],
    });
    const triage = { severity: 3, urgency: 4, note: 'note entre nous' };
    const triaged = await dispatcher.send('POST', `${path}/triage`, triage, { 'if-match': '"1"' });
    expect(triaged.json()).toMatchObject({ status: 'triaged', priority: 1, version: 2 });
    const answered = await dispatcher.send(
      'POST',
      `${path}/answer`,
      { message: 'La lampe est changée.' },
      { 'if-match': '"2"' },
    );
    expect(answered.statusCode, answered.body).toBe(200);

    const tracking = await test.resident.get(api(`/public/tracking/${code.toLowerCase()}`));
    expect(tracking.json()).toMatchObject({
      code,
      status: 'answered',
      statusLabel: 'Répondue',
      place: 'Ouestville',
      organization: { name: 'Ouestville' },
      nextStep: 'Nous vous avons répondu. Votre demande est close.',
    });
    expect(tracking.json().timeline.map(({ title }: { title: string }) => title)).toEqual([
      'Demande reçue',
      'Demande prise en charge',
      'Réponse envoyée',
    ]);
    expect(tracking.body).toContain('La lampe est changée.');
    expect(tracking.body).not.toMatch(/odile|noir|note entre nous|Camille/i);

    const story = (await dispatcher.get(`${path}/timeline`)).json();
    expect(story.items[1]).toMatchObject({
      title: 'Demande prise en charge',
      detail: 'note entre nous',
      actorName: 'Camille Test',
      organizationName: 'Ouestville',
    });
  });

  it('every command without If-Match is 428, with an old one 412, out of place 409', async () => {
    const path = api(`/service-requests/${(await report()).id}`);
    const answer = (headers: Record<string, string>) =>
      dispatcher.send('POST', `${path}/answer`, { message: 'Bonjour' }, headers);
    expect((await answer({})).statusCode).toBe(428);
    expect((await answer({ 'if-match': '"9"' })).statusCode).toBe(412);
    expect((await answer({ 'if-match': '"1"' })).statusCode).toBe(200);
    const again = await answer({ 'if-match': '"2"' });
    expect(again.statusCode).toBe(409);
    expect(again.json().detail).toMatch(/est « Répondue » : elle est close/);
  });

  it('a repeated report is taken once', async () => {
    const headers = { 'idempotency-key': 'une-cle-de-test' };
    const first = await report({}, headers);
    expect(await report({}, headers)).toEqual(first);
    const other = await test.resident.send(
      'POST',
      api('/service-requests'),
      lamp({ description: 'autre' }),
      headers,
    );
    expect(other.statusCode).toBe(422);
  });
});

describe('the gate', () => {
  it.each<[string, object, number]>([
    ['no description', { description: undefined }, 400],
    ['11,000 characters', { description: 'x'.repeat(11_000) }, 400],
    ['a NUL byte', { description: 'a\0b' }, 400],
    ['half an emoji', { description: '\ud83c' }, 400],
    ['a place off the Earth', { point: { lat: 91, long: 0 } }, 400],
    ['a place that is words', { point: { lat: '43', long: '3' } }, 400],
    ['six photos', { photoIds: Array.from({ length: 6 }, () => crypto.randomUUID()) }, 400],
    ['an address without @', { contact: { email: 'odile' } }, 400],
    ['a field of nobody’s', { status: 'done' }, 400],
    ['a place outside', { point: { lat: 48.85, long: 2.35 } }, 422],
    ['an unknown service', { serviceCode: 'x' }, 422],
    ['a channel of the town', { channel: 'phone' }, 403],
  ])('refuses %s', async (_, wrong, status) => {
    const answer = await test.resident.send('POST', api('/service-requests'), lamp(wrong));
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().detail ?? answer.json().errors).toBeTruthy();
  });

  it('names who may be competent for a place outside', async () => {
    const point = { lat: 43.75, long: 3.85 };
    const answer = await test.resident.send('POST', api('/service-requests'), lamp({ point }));
    expect(answer.json()).toMatchObject({
      type: '/problems/service-requests/outside-territory',
      status: 422,
      detail: expect.stringMatching(/Ouestville.*mairie.*département/),
    });
  });

  it('keeps residents out of what is not theirs', async () => {
    const { id } = await report();
    for (const path of ['', `/${id}`, `/${id}/timeline`, '/map?bbox=3,43,4,44&zoom=10']) {
      expect((await test.resident.get(api(`/service-requests${path}`))).statusCode).toBe(401);
    }
    expect((await test.resident.get(api('/saved-views'))).statusCode).toBe(401);
    const neighbour = await test.login([{ organizationId: organizations.east, role: 'director' }]);
    expect((await neighbour.get(api(`/service-requests/${id}`))).statusCode).toBe(404);
  });

  it('answers a code that does not exist as one that cannot', async () => {
    for (const code of ['K7QM-2X9D', 'x', '%00', '..%2f..']) {
      const answer = await test.resident.get(api(`/public/tracking/${code}`));
      expect([400, 404]).toContain(answer.statusCode);
      expect(answer.json().type).not.toMatch(/internal/);
    }
  });
});

describe('for everyone', () => {
  it('lists and maps what is reported, without a person, a word or a code', async () => {
    const { id, code } = await report({ point: { lat: 43.6111, long: 3.8111 } });
    const box = '3.811,43.611,3.8112,43.6112';
    const list = await test.resident.get(api(`/public/service-requests?bbox=${box}`));
    expect(list.json().items).toEqual([
      expect.objectContaining({ id, serviceName: 'Lampadaire en panne', statusLabel: 'Reçue' }),
    ]);
    const map = await test.resident.get(api(`/public/service-requests/map?bbox=${box}&zoom=16`));
    expect(map.json()).toMatchObject({
      type: 'FeatureCollection',
      features: [
        {
          geometry: { coordinates: [3.8111, 43.6111] },
          properties: { cluster: false, count: 1, status: 'received' },
        },
      ],
    });
    for (const { body } of [list, map]) {
      expect(body).not.toMatch(/odile|noir/i);
      expect(body).not.toContain(code);
    }
  });
});

describe('saved views', () => {
  it('are kept, shared, used and forgotten', async () => {
    const view = {
      name: 'Noir',
      query: { serviceCode: 'lampadaire', sort: 'newest' },
      shared: true,
    };
    const saved = (await dispatcher.send('POST', api('/saved-views'), view)).json();
    expect(saved).toMatchObject({ ...view, mine: true });
    const colleague = await test.login([{ organizationId: organizations.west, role: 'desk' }]);
    const { items } = (await colleague.get(api('/saved-views'))).json();
    expect(items).toEqual([{ ...saved, mine: false }]);
    const list = (await colleague.get(api(`/service-requests?view=${saved.id}`))).json();
    expect(
      list.items.every(({ serviceCode }: { serviceCode: string }) => serviceCode === 'lampadaire'),
    ).toBe(true);
    for (const query of [{ sort: 'x' }, { from: 'hier' }, { status: 'x' }, { minSeverity: '9' }]) {
      const wrong = await dispatcher.send('POST', api('/saved-views'), { ...view, query });
      expect(wrong.statusCode, JSON.stringify(query)).toBe(400);
    }
    const typed = { ...view, query: { minSeverity: '4', workOrder: 'false', limit: '3' } };
    const { id } = (await dispatcher.send('POST', api('/saved-views'), typed)).json();
    const { items: grave } = (await dispatcher.get(api(`/service-requests?view=${id}`))).json();
    expect(grave).toEqual([]);
    const path = api(`/saved-views/${saved.id}`);
    expect((await colleague.send('DELETE', path)).statusCode).toBe(404);
    expect((await dispatcher.send('DELETE', path)).statusCode).toBe(204);
    expect((await dispatcher.get(api(`/service-requests?view=${saved.id}`))).statusCode).toBe(404);
  });
});

describe('near duplicates', () => {
  it('are those of the same service within its radius, the likeliest first', async () => {
    const at = (metresNorth: number) => ({ lat: 43.66 + metresNorth / 111_195, long: 3.82 });
    const first = await report({ point: at(0) });
    const far = await report({ point: at(45) });
    const near = await report({ point: at(10) });
    await report({ point: at(70) });
    await report({
      point: at(5),
      serviceCode: 'nid-de-poule',
      answers: { taille: 'petit' },
    });
    const detail = (await dispatcher.get(api(`/service-requests/${first.id}`))).json();
    const found: { request: { id: string } }[] = detail.duplicates;
    expect(found.map(({ request }) => request.id)).toEqual([near.id, far.id]);
  });
});
