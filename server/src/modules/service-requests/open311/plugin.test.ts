import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { CATALOGUE } from '../../../../test/catalogue-of-test.ts';
import { foundTestTerritory, type TestTerritory } from '../../../../test/territory.ts';
import { systemActor } from '../../../platform/acts/index.ts';
import { createApiToken } from '../../../platform/auth/index.ts';
import { answerServiceRequest } from '../answer-service-request.ts';
import { importCatalogue } from '../import-catalogue.ts';

let test: TestApp;
let organizations: TestTerritory;
let key: string;
let weakKey: string;

beforeAll(async () => {
  test = await createTestApp();
  organizations = await foundTestTerritory(test);
  const own = () => test.act(systemActor('test'));
  await importCatalogue(test.platform, own(), { services: CATALOGUE });
  const organizationId = organizations.west;
  const create = (scopes: ('open311:write' | 'role:auditor')[]) =>
    createApiToken(test.platform, own(), { name: 'essai', organizationId, scopes });
  key = (await create(['open311:write'])).token;
  weakKey = (await create(['role:auditor'])).token;
});
afterAll(() => test.close());

const get = (path: string) => test.app.inject({ method: 'GET', url: `/open311/v2${path}` });
const post = (fields: [string, string][], format = 'json') =>
  test.app.inject({
    method: 'POST',
    url: `/open311/v2/requests.${format}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    payload: new URLSearchParams(fields).toString(),
  });
const lamp = (...more: [string, string][]): [string, string][] => [
  ['api_key', key],
  ['service_code', 'lampadaire'],
  ['lat', '43.63'],
  ['long', '3.83'],
  ['description', 'Éteint & cassé <ici> 💡'],
  ...more,
];

describe('discovery and services', () => {
  it('tell where everything is', async () => {
    const answer = await get('/discovery.json');
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.json()).toMatchObject({
      changeset: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      contact: 'Territoire d’essai : 04 00 00 00 00',
      key_service: expect.any(String),
      endpoints: [
        {
          specification: 'http://wiki.open311.org/GeoReport_v2',
          url: expect.stringMatching(/\/open311\/v2$/),
          type: 'production',
          formats: ['application/json', 'text/xml'],
        },
      ],
    });
  });

  it('are a bare array of what is offered', async () => {
    expect((await get('/services.json')).json()).toEqual([
      {
        service_code: 'nid-de-poule',
        service_name: 'Nid-de-poule',
        description: '',
        metadata: true,
        type: 'realtime',
        keywords: 'trou,chaussée',
        group: 'Voirie',
      },
      expect.objectContaining({ service_code: 'lampadaire', metadata: false }),
    ]);
  });

  it('say what they ask', async () => {
    const definition = (await get('/services/nid-de-poule.json')).json();
    expect(definition.service_code).toBe('nid-de-poule');
    expect(definition.attributes[0]).toEqual({
      variable: true,
      code: 'taille',
      datatype: 'singlevaluelist',
      required: true,
      datatype_description: '',
      order: 1,
      description: 'Quelle est sa taille ?',
      values: [
        { key: 'petit', name: 'Petit' },
        { key: 'grand', name: 'Grand' },
      ],
    });
    expect((await get('/services/lampadaire.json')).json()).toEqual({
      service_code: 'lampadaire',
      attributes: [],
    });
  });
});

describe('a report', () => {
  it('is taken with 200 and a text identifier, and read back as it was written', async () => {
    const answer = await post(lamp(['email', 'odile@exemple.fr'], ['first_name', 'Odile']));
    expect(answer.statusCode, answer.body).toBe(200);
    const [{ service_request_id: id }] = answer.json();
    expect(id).toEqual(expect.any(String));
    const [request] = (await get(`/requests/${id}.json?api_key=${key}`)).json();
    expect(request).toEqual({
      service_request_id: id,
      status: 'open',
      status_notes: 'Reçue',
      service_name: 'Lampadaire en panne',
      service_code: 'lampadaire',
      description: 'Éteint & cassé <ici> 💡',
      agency_responsible: 'Ouestville',
      service_notice: null,
      requested_datetime: '2026-11-24T09:00:00Z',
      updated_datetime: '2026-11-24T09:00:00Z',
      expected_datetime: null,
      address: 'Ouestville',
      address_id: null,
      zipcode: null,
      lat: 43.63,
      long: 3.83,
      media_url: null,
    });
  });

  it('carries its answers, one or several', async () => {
    const fields: [string, string][] = [
      ['api_key', key],
      ['service_code', 'nid-de-poule'],
      ['lat', '43.63'],
      ['long', '3.83'],
      ['attribute[taille]', 'grand'],
      ['attribute[risques][]', 'velos'],
      ['attribute[risques][]', 'pietons'],
    ];
    const [{ service_request_id: id }] = (await post(fields)).json();
    const director = await test.login([
      { organizationId: organizations.metropole, role: 'director' },
    ]);
    const { answers } = (await director.get(`/api/v1/service-requests/${id}`)).json();
    expect(answers.map(({ answer }: { answer: string }) => answer)).toEqual([
      'Grand',
      'Vélos, Piétons',
    ]);
  });

  it('may give an address in the place of a point', async () => {
    const fields = lamp().filter(([name]) => !['lat', 'long'].includes(name));
    expect((await post([...fields, ['address_string', '12 rue des Lilas']])).statusCode).toBe(200);
  });

  it('of a resident on the web does not show what was written', async () => {
    const submitted = await test.resident.send('POST', '/api/v1/service-requests', {
      serviceCode: 'lampadaire',
      description: 'Mes mots à moi',
      point: { lat: 43.64, long: 3.84 },
    });
    const { id } = submitted.json();
    expect((await get(`/requests/${id}.json`)).json()[0].description).toBe('');
    const withKey = await get(`/requests/${id}.json?api_key=${key}`);
    expect(withKey.json()[0].description).toBe('Mes mots à moi');
  });
});

describe('refusals in Open311’s own form', () => {
  const errorsOf = (answer: { json(): { code: number; description: string }[] }) => answer.json();

  it.each<[string, [string, string][], number]>([
    ['without a key', [['api_key', '']], 403],
    ['with a key of nobody’s', [['api_key', 'x']], 403],
    ['without a service', [['service_code', '']], 400],
    ['of an unknown service', [['service_code', 'rien']], 404],
    ['of a service no longer offered', [['service_code', 'ancien']], 404],
    [
      'without a place',
      [
        ['lat', ''],
        ['long', ''],
      ],
      400,
    ],
    ['with half a place', [['long', '']], 400],
    ['with a place in words', [['lat', 'ici']], 400],
    ['of a place outside', [['lat', '48.85']], 400],
    ['with 4,001 characters', [['description', 'x'.repeat(4_001)]], 400],
    ['with a wrong address', [['email', 'odile']], 400],
    ['with an answer that nobody asked for', [['attribute[x]', 'y']], 400],
    ['with an answer badly named', [['attribute', 'y']], 400],
    ['with a link that is not one', [['media_url', 'javascript:alert(1)']], 400],
    ['with a NUL byte', [['description', 'a\0b']], 400],
    ['for another jurisdiction', [['jurisdiction_id', 'ailleurs']], 404],
  ])('of a report %s', async (_, changes, status) => {
    const fields = new Map([...lamp(), ...changes]);
    const answer = await post([...fields]);
    expect(answer.statusCode, answer.body).toBe(status);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(errorsOf(answer)[0]).toEqual({ code: status, description: expect.any(String) });
  });

  it('of a key that may not report', async () => {
    const fields = new Map([...lamp(), ['api_key', weakKey] as [string, string]]);
    expect((await post([...fields])).statusCode).toBe(403);
  });

  it('with every fault at once', async () => {
    const answer = await post([
      ['api_key', key],
      ['email', 'x'],
      ['description', 'y'],
    ]);
    expect(errorsOf(answer)).toHaveLength(3);
  });

  it('of a missing answer: the reason names the question', async () => {
    const fields = new Map([...lamp(), ['service_code', 'nid-de-poule'] as [string, string]]);
    const answer = await post([...fields]);
    expect(answer.statusCode).toBe(400);
    expect(errorsOf(answer)[0]?.description).toContain('Quelle est sa taille ?');
  });

  it.each([
    ['/services/rien.json', 404],
    ['/services/lampadaire', 404],
    ['/requests/x.json', 404],
    ['/requests/01990000-0000-7000-8000-000000000000.json', 404],
    ['/tokens/x.json', 404],
    ['/nowhere.json', 404],
    ['/services.json?jurisdiction_id=ailleurs', 404],
    ['/requests.json?start_date=hier', 400],
    ['/requests.json?start_date=2026-02-31T00:00:00Z', 400],
    ['/requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z', 400],
    ['/requests.json?start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z', 400],
    ['/requests.json?status=waiting', 400],
    ['/requests.json?start_date=2026-01-01&start_date=2026-02-01', 400],
  ])('of %s: %i', async (path, status) => {
    const answer = await get(path);
    expect(answer.statusCode, answer.body).toBe(status);
    expect(errorsOf(answer)[0]?.code).toBe(status);
  });

  it('in XML where XML was asked', async () => {
    const answer = await get('/services/rien.xml');
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(answer.body).toMatch(/<errors><error><code>404<\/code><description>.+<\/description>/);
  });
});

describe('lists of requests', () => {
  const idsOf = async (query: string) => {
    const answer = await get(`/requests.json?${query}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer
      .json()
      .map(({ service_request_id }: { service_request_id: string }) => service_request_id);
  };

  it('are of the last 90 days, by service, status, dates or identifiers', async () => {
    const report = async () => (await post(lamp())).json()[0].service_request_id as string;
    const old = await report();
    test.clock.advance(100 * 86_400_000);
    const recent = await report();
    const closed = await report();
    await answerServiceRequest(
      test.platform,
      test.act(test.actor('director', organizations.west), { expectedVersion: 1 }),
      { id: closed, message: 'Fait' },
    );
    expect(await idsOf('')).toEqual([closed, recent]);
    expect(await idsOf('status=open')).toEqual([recent]);
    expect(await idsOf('status=closed')).toEqual([closed]);
    expect(await idsOf('status=open,closed&service_code=lampadaire,rien')).toHaveLength(2);
    expect(await idsOf('service_code=nid-de-poule')).toEqual([]);
    expect(await idsOf(`service_request_id=${old},${recent},x&status=closed`)).toEqual([
      recent,
      old,
    ]);
    const around = 'start_date=2026-11-23T00:00:00%2B01:00&end_date=2026-11-25T00:00:00Z';
    expect(await idsOf(around)).toContain(old);
    expect(await idsOf(around)).not.toContain(recent);
  });
});

describe('XML', () => {
  it('holds the same, escaped', async () => {
    const answer = await post(lamp(), 'xml');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    const id = /<service_request_id>(.+?)<\/service_request_id>/.exec(answer.body)?.[1];
    const { body } = await get(`/requests/${id}.xml?api_key=${key}`);
    expect(body).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<service_requests><request>/);
    expect(body).toContain('<description>Éteint &amp; cassé &lt;ici&gt; 💡</description>');
    const services = (await get('/services.xml')).body;
    expect(services).toMatch(/<services><service><service_code>nid-de-poule<\/service_code>/);
    const definition = (await get('/services/nid-de-poule.xml')).body;
    expect(definition).toContain('<values><value><key>petit</key><name>Petit</name></value>');
    expect(definition).toContain('<attributes><attribute><variable>true</variable>');
    expect((await get('/discovery.xml')).body).toContain('<formats><format>application/json');
  });
});
