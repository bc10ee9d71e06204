import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerServiceRequest } from '../../../src/modules/service-requests/answer-service-request.ts';
import { importServiceRequests } from '../../../src/modules/service-requests/index.ts';
import { systemActor } from '../../../src/platform/acts/index.ts';
import { type Endpoint, FORMATS, startEndpoint } from './endpoint.ts';
import { jsonFaults } from './json-schemas.ts';
import { xmlFaults } from './xml.ts';

const DAY = 86_400_000;
let endpoint: Endpoint;
/** Of 100 days ago, of 50 days ago, of today; the last closed, and one of another service. */
let old: string;
let middle: string;
let recent: string;
let closed: string;
let pothole: string;

beforeAll(async () => {
  endpoint = await startEndpoint();
  const { test } = endpoint;
  old = await endpoint.report();
  test.clock.advance(50 * DAY);
  middle = await endpoint.report();
  test.clock.advance(50 * DAY);
  recent = await endpoint.report({ lat: '43.66', long: '3.95' });
  closed = await endpoint.report();
  pothole = await endpoint.report({ service_code: 'nid-de-poule', 'attribute[taille]': 'grand' });
  test.clock.advance(60_000);
  const west = test.actor('director', endpoint.organizations.west);
  const act = test.act(west, { expectedVersion: 1 });
  await answerServiceRequest(test.platform, act, { id: closed, message: 'Réparé ce matin' });
});
afterAll(() => endpoint.test.close());

interface View {
  service_request_id: string;
  status: string;
  requested_datetime: string;
  updated_datetime: string;
}
const list = async (query: string, format = 'json') => {
  const { status, content, body } = await endpoint.get(`/requests.${format}?${query}`);
  expect(status, body).toBe(200);
  return (content || []) as View[];
};
const ids = async (query: string, format = 'json') =>
  (await list(query, format)).map(({ service_request_id }) => service_request_id);
const today = () => endpoint.test.clock.now().getTime();
const day = (daysAgo: number) => new Date(today() - daysAgo * DAY).toISOString();

describe('GET Service Requests', () => {
  it('response: every field of its table, JSON', async () => {
    expect(jsonFaults('requests', await list(''))).toEqual([]);
  });

  it('response: every field of its table, XML', async () => {
    expect(xmlFaults((await endpoint.get('/requests.xml')).body)).toEqual([]);
  });

  it('an empty list is still a list', async () => {
    const none = '/requests.xml?service_code=rien';
    expect(await list('service_code=rien')).toEqual([]);
    expect(xmlFaults((await endpoint.get(none)).body)).toEqual([]);
  });

  it.each(FORMATS)('« the range defaults to most recent 90 days », %s', async (format) => {
    expect((await ids('', format)).toSorted()).toEqual(
      [middle, recent, closed, pothole].toSorted(),
    );
  });

  it.each(FORMATS)('« service_request_id: multiple, comma delimited », %s', async (format) => {
    expect((await ids(`service_request_id=${old},${recent}`, format)).toSorted()).toEqual(
      [old, recent].toSorted(),
    );
  });

  it('« service_request_id: this overrides all other arguments »', async () => {
    const others = 'status=closed&service_code=rien&start_date=hier&page_size=0&bbox=x';
    expect(await ids(`service_request_id=${old}&${others}`)).toEqual([old]);
  });

  it('unknown identifiers among known ones are passed over', async () => {
    expect(await ids(`service_request_id=${old},x,01990000-0000-7000-8000-000000000000`)).toEqual([
      old,
    ]);
  });

  it.each(FORMATS)(
    '« service_code: can be declared multiple times, comma delimited », %s',
    async (format) => {
      expect(await ids('service_code=nid-de-poule', format)).toEqual([pothole]);
      const all = (await ids('', format)).toSorted();
      expect((await ids('service_code=nid-de-poule,lampadaire', format)).toSorted()).toEqual(all);
      const twice = 'service_code=nid-de-poule&service_code=lampadaire';
      expect((await ids(twice, format)).toSorted()).toEqual(all);
    },
  );

  it.each(FORMATS)('« status: open, closed; comma delimited », %s', async (format) => {
    expect(await ids('status=closed', format)).toEqual([closed]);
    expect(await ids('status=open', format)).not.toContain(closed);
    expect(await ids('status=open,closed', format)).toHaveLength(4);
  });

  it('« start_date, end_date: requested_datetime that matches a given range »', async () => {
    expect(await ids(`start_date=${day(101)}&end_date=${day(99)}`)).toEqual([old]);
    expect(await ids(`start_date=${day(51)}&end_date=${day(49)}`)).toEqual([middle]);
    expect(await ids(`end_date=${day(49)}`)).toEqual([middle, old]);
    expect(await ids(`start_date=${day(101)}`)).toEqual([middle, old]);
  });

  it('« w3 format »: any time zone, a plus sign encoded or not, seconds or not', async () => {
    const [request] = await list(`service_request_id=${recent}`);
    const at = new Date(request?.requested_datetime ?? '');
    const local = new Date(at.getTime() + 3_600_000).toISOString().slice(0, 19);
    for (const sign of ['%2B01:00', '+01:00']) {
      expect(await ids(`start_date=${local}${sign}`)).toContain(recent);
    }
    expect(await ids(`start_date=${at.toISOString().slice(0, 16)}Z`)).toContain(recent);
    expect(await ids(`start_date=${at.toISOString().slice(0, 10)}`)).toContain(recent);
  });

  it('« may not span more than 90 days »: 400', async () => {
    const { status } = await endpoint.get(
      `/requests.json?start_date=${day(91)}&end_date=${day(0)}`,
    );
    expect(status).toBe(400);
    expect(await ids(`start_date=${day(90)}&end_date=${day(0)}`)).toContain(middle);
  });

  it.each([
    'start_date=hier',
    'start_date=2026-02-31T00:00:00Z',
    'start_date=2026-01-01T00:00:00',
    'end_date=1',
    'start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z',
    'start_date=2026-01-01&start_date=2026-01-02',
    'status=waiting',
    'updated_after=hier',
    'updated_after=2026-02-01T00:00:00Z&updated_before=2026-01-01T00:00:00Z',
    'page=0',
    'page=un',
    'page_size=1001',
    'page_size=-1',
    'bbox=1,2,3',
    'bbox=4,43,3,44',
    'bbox=a,b,c,d',
    `service_request_id=${Array.from({ length: 1_001 }, (_, n) => n).join(',')}`,
  ])('« 400 – General Service error »: %s', async (query) => {
    for (const format of FORMATS) {
      expect((await endpoint.get(`/requests.${format}?${query}`)).status).toBe(400);
    }
  });

  it.each(FORMATS)('« 404 – jurisdiction_id not found », %s', async (format) => {
    expect((await endpoint.get(`/requests.${format}?jurisdiction_id=x`)).status).toBe(404);
  });

  it('« updated_datetime: for requests with status=closed, the date the request was closed »', async () => {
    const [request] = await list(`service_request_id=${closed}`);
    expect(request).toMatchObject({
      status: 'closed',
      updated_datetime: day(0).replace('.000', ''),
    });
  });

  it('« Default query limit is … first 1000 requests »', async () => {
    const { test, organizations } = endpoint;
    await importServiceRequests(
      test.platform,
      test.act(systemActor('test')),
      Array.from({ length: 1_005 }, (_, index) => ({
        externalReference: `vol-${index}`,
        serviceCode: 'nid-de-poule',
        description: '',
        channel: 'web' as const,
        point: null,
        address: '',
        communeId: null,
        communeName: null,
        organizationId: organizations.west,
        receivedAt: new Date(today() - index * 1_000),
        history: [],
      })),
    );
    expect(await list('')).toHaveLength(1_000);
  });
});

describe('extensions in the wild (GeoReport v2 Extensions)', () => {
  it('pagination: page and page_size', async () => {
    const [first, second] = [await ids('page_size=3'), await ids('page_size=3&page=2')];
    expect(first).toHaveLength(3);
    expect(second).toHaveLength(3);
    expect(await ids('page_size=6')).toEqual([...first, ...second]);
    expect(await ids('page=999')).toEqual([]);
  });

  it('updated_after, updated_before: what changed, however old', async () => {
    const { test } = endpoint;
    test.clock.advance(DAY);
    const act = test.act(test.actor('director', endpoint.organizations.west), {
      expectedVersion: 1,
    });
    await answerServiceRequest(test.platform, act, { id: old, message: 'Enfin' });
    expect(await ids(`updated_after=${day(0.5)}`)).toEqual([old]);
    expect(await ids(`updated_after=${day(0.5)}&status=open`)).toEqual([]);
    expect(await ids(`updated_before=${day(40)}`)).toEqual([middle]);
  });

  it('bbox: west, south, east, north', async () => {
    expect(await ids('bbox=3.94,43.65,3.96,43.67')).toEqual([recent]);
  });

  it('extensions=true: extended_attributes, attributes, notes; absent by default', async () => {
    const path = `/requests/${pothole}.json`;
    const [plain] = (await endpoint.get(`${path}?api_key=${endpoint.key}`)).content as object[];
    expect(plain).not.toHaveProperty('notes');
    const [request] = (await endpoint.get(`${path}?extensions=true&api_key=${endpoint.key}`))
      .content as object[];
    expect(request).toMatchObject({
      ...plain,
      attributes: [
        { code: 'taille', name: 'taille', label: 'Quelle est sa taille ?', value: 'Grand' },
      ],
      extended_attributes: { channel: 'open311', photos: [] },
      notes: [{ type: 'received', description: expect.stringContaining('Demande reçue') }],
    });
    const { body } = await endpoint.get(`/requests/${pothole}.xml?extensions=true`);
    expect(body).toContain('<notes><note><datetime>');
  });
});
