import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPlaces, searchPlaces } from '../../../src/modules/places/index.ts';
import { findRequest } from '../../../src/modules/service-requests/store.ts';
import { systemActor } from '../../../src/platform/acts/index.ts';
import { makeTown } from '../../town.ts';
import { type Endpoint, type Fields, FORMATS, lamp, startEndpoint } from './endpoint.ts';
import { jsonFaults } from './json-schemas.ts';
import { xmlFaults } from './xml.ts';

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
  const { test } = endpoint;
  await importPlaces(test.platform, test.act(systemActor('test')), makeTown(3, 4));
});
afterAll(() => endpoint.test.close());

const stored = (id: string) =>
  findRequest(endpoint.test.platform.db.read, endpoint.test.territoryId, id);
const post = (fields: Fields, format = 'json') => endpoint.post(`/requests.${format}`, fields);
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(lamp(endpoint.key)).filter(([name]) => !names.includes(name)));
const every = (more: Fields = {}): Fields => ({
  ...lamp(endpoint.key),
  service_code: 'tout',
  'attribute[un]': 'a',
  ...more,
});

describe('POST Service Request', () => {
  it('response: the fields of its table, JSON', async () => {
    const { status, content } = await post(lamp(endpoint.key));
    expect(status).toBe(200);
    expect(jsonFaults('posted', content)).toEqual([]);
  });

  it('response: the fields of its table, XML', async () => {
    const { status, body, root } = await post(lamp(endpoint.key), 'xml');
    expect(status).toBe(200);
    expect(root).toBe('service_requests');
    expect(xmlFaults(body)).toEqual([]);
  });

  it.each(FORMATS)(
    '« service_request_id: should not be returned if token is returned », %s',
    async (format) => {
      const [answer] = (await post(lamp(endpoint.key), format)).content as Record<
        string,
        unknown
      >[];
      expect(answer).toHaveProperty('service_request_id');
      expect(answer).not.toHaveProperty('token');
    },
  );

  it('« service_notice: information about the action expected »', async () => {
    const [answer] = (await post(lamp(endpoint.key))).content as { service_notice: string }[];
    expect(answer?.service_notice).toContain('Ouestville');
  });

  describe('« Requires API Key: Yes »: 403', () => {
    it.each(FORMATS)('missing, %s', async (format) => {
      expect((await post(without('api_key'), format)).status).toBe(403);
      expect((await post({ ...lamp(''), api_key: '' }, format)).status).toBe(403);
    });

    it.each(FORMATS)('wrong, or not allowed to report, %s', async (format) => {
      expect((await post(lamp('x'), format)).status).toBe(403);
      expect((await post(lamp('x'.repeat(5_000)), format)).status).toBe(403);
      expect((await post(lamp(endpoint.weakKey), format)).status).toBe(403);
    });
  });

  describe('« One of lat & long or address_string or address_id »', () => {
    it('lat & long', async () => {
      expect((await post(lamp(endpoint.key))).status).toBe(200);
    });

    it('address_string', async () => {
      const answer = await post({
        ...without('lat', 'long'),
        address_string: '2 rue des Fontaine',
      });
      expect(answer.status).toBe(200);
    });

    it('address_id: of our own gazetteer', async () => {
      const { platform, territoryId } = endpoint.test;
      const [door] = await searchPlaces(platform, platform.db.read, territoryId, {
        text: '2 rue des Fontaine',
      });
      expect(door?.kind).toBe('address');
      const fields = { ...without('lat', 'long'), address_id: door?.id as string };
      const [{ service_request_id: id }] = (await post(fields)).content as [
        { service_request_id: string },
      ];
      expect(await stored(id)).toMatchObject({ address: door?.label, point: door?.point });
    });

    it('an address_id that nobody knows is refused', async () => {
      const fields = { ...without('lat', 'long'), address_id: '545483' };
      expect((await post(fields)).status).toBe(400);
    });

    it.each<[string, Fields]>([
      ['none', {}],
      ['lat alone', { lat: '43.63' }],
      ['long alone', { long: '3.83' }],
      ['words', { lat: 'ici', long: 'là' }],
      ['beyond the pole', { lat: '143.63', long: '3.83' }],
    ])('%s: 400', async (_, place) => {
      expect((await post({ ...without('lat', 'long'), ...place })).status).toBe(400);
    });

    it('swapped coordinates, or another country: 400 that says where it lies', async () => {
      const answer = await post({ ...lamp(endpoint.key), lat: '3.83', long: '43.63' });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatch(/hors|dehors|territoire/i);
    });
  });

  describe('« attribute[code]=value, attribute[code][]=value1&attribute[code][]=value2 »', () => {
    it('every datatype', async () => {
      const fields = every({
        'attribute[texte]': 'mot',
        'attribute[nombre]': '12,5',
        'attribute[quand]': '2026-11-24T10:00:00+01:00',
        'attribute[longtexte]': 'un\ndeux',
        'attribute[plusieurs][]': ['x', 'y'],
      });
      const [{ service_request_id: id }] = (await post(fields)).content as [
        { service_request_id: string },
      ];
      expect((await stored(id))?.answers).toEqual({
        texte: 'mot',
        nombre: '12.5',
        quand: '2026-11-24T09:00:00.000Z',
        longtexte: 'un\ndeux',
        un: 'a',
        plusieurs: ['x', 'y'],
      });
    });

    it.each<[string, Fields]>([
      ['a required one is missing', { 'attribute[un]': '' }],
      ['a number in words', { 'attribute[nombre]': 'douze' }],
      ['a day that does not exist', { 'attribute[quand]': '2026-02-31T10:00:00Z' }],
      ['a key that is not offered', { 'attribute[un]': 'c' }],
      ['two keys of a single choice', { 'attribute[un]': ['a', 'b'] }],
      ['one that the service does not know', { 'attribute[autre]': 'x' }],
      ['an answer to what only informs', { 'attribute[info]': 'x' }],
      ['badly named', { attribute: 'x' }],
      ['a prototype', { 'attribute[__proto__]': 'x' }],
    ])('%s: 400', async (_, answers) => {
      expect((await post(every(answers))).status).toBe(400);
    });
  });

  it('« email, first_name, last_name, phone » are the reporter’s, for the town only', async () => {
    const who = {
      email: 'odile@exemple.fr',
      first_name: 'Odile',
      last_name: 'Roux',
      phone: '0600000000',
    };
    const id = await endpoint.report(who);
    expect((await stored(id))?.contact).toMatchObject({
      name: 'Odile Roux',
      email: 'odile@exemple.fr',
      phone: '+33600000000',
    });
    for (const format of FORMATS) {
      const { body } = await endpoint.get(`/requests/${id}.${format}?api_key=${endpoint.key}`);
      expect(body).not.toMatch(/odile|Roux|06000/i);
    }
  });

  it('« device_id, account_id » are accepted, and not kept', async () => {
    const id = await endpoint.report({ device_id: 'tt222111', account_id: '123456' });
    expect(JSON.stringify(await stored(id))).not.toMatch(/tt222111|123456/);
  });

  it('« description: limited to 4,000 characters »', async () => {
    expect((await post({ ...lamp(endpoint.key), description: 'é'.repeat(4_000) })).status).toBe(
      200,
    );
    expect((await post({ ...lamp(endpoint.key), description: 'é'.repeat(4_001) })).status).toBe(
      400,
    );
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'ici'])(
    '« media_url: a URL »: %s is refused',
    async (address) => {
      expect((await post({ ...lamp(endpoint.key), media_url: address })).status).toBe(400);
    },
  );

  it.each(FORMATS)('« 404 – service_code was not found », %s', async (format) => {
    for (const code of ['rien', 'ancien', 'unsorted']) {
      expect((await post({ ...lamp(endpoint.key), service_code: code }, format)).status).toBe(404);
    }
  });

  it.each(FORMATS)('« 404 – jurisdiction_id was not found », %s', async (format) => {
    const fields = { ...lamp(endpoint.key), jurisdiction_id: 'ailleurs' };
    expect((await post(fields, format)).status).toBe(404);
  });

  it.each(FORMATS)('« 400 – service_code was not provided », %s', async (format) => {
    expect((await post(without('service_code'), format)).status).toBe(400);
  });

  it('« Content-Type: application/x-www-form-urlencoded »: another body is refused, and said so', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><service_request>&b;</service_request>';
    for (const [type, body] of [
      ['application/json', '{"service_code":"lampadaire"}'],
      ['application/json', '{"service_code":'],
      ['text/xml', bomb],
      ['application/xml', '<a'],
      ['text/plain', 'service_code=lampadaire'],
      ['multipart/form-data; boundary=x', '--x--'],
    ] as const) {
      for (const format of FORMATS) {
        const answer = await endpoint.send('POST', `/requests.${format}`, type, body);
        expect(answer.status, type).toBe(400);
        expect(answer.body).toContain('x-www-form-urlencoded');
      }
    }
  });

  it('a body too large is refused in the same form', async () => {
    const answer = await post({ ...lamp(endpoint.key), description: 'a'.repeat(2_000_000) }, 'xml');
    expect(answer.status).toBe(400);
    expect(answer.root).toBe('errors');
  });

  it('said twice with the same Idempotency-Key, it is taken once', async () => {
    const headers = { 'idempotency-key': 'un-essai-repete' };
    const ask = () => endpoint.post('/requests.json', lamp(endpoint.key), headers);
    const [first, second] = [await ask(), await ask()];
    expect(first.content).toEqual(second.content);
  });
});
