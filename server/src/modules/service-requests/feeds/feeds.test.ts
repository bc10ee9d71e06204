import { XmlDocument } from 'libxml2-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { staff } from '../../../../test/staffed-town.ts';

type Town = Awaited<ReturnType<typeof staff<TestApp>>>;
const ORIGIN = 'https://demandes.ouestville.example';
const api = (path: string) => `/api/v1${path}`;

let town: Town;
let request: Awaited<ReturnType<Town['request']>>;

beforeAll(async () => {
  town = await staff(await createTestApp({ config: { publicUrl: ORIGIN } }));
  request = await town.request({
    description: 'Un trou & <deux> bosses, appelez-moi au 06 39 98 12 34',
    address: '12 rue des Lilas, appartement 4, chez M. Durand',
  });
  await town.request({ serviceCode: 'unsorted', serviceName: 'À trier', description: 'Secret' });
  await town.request({
    serviceCode: 'lampadaire',
    serviceName: 'Lampadaire en panne',
    status: 'planned',
    workOrder: {
      id: request.id,
      number: 'I-1',
      status: 'planned',
      crewName: 'Voirie',
      scheduledStart: new Date('2026-12-01T07:30:00Z'),
      heardAt: town.clock.now(),
    },
  });
  await town.drainJobs();
  const dispatcher = await town.login([
    { organizationId: town.organizations.west, role: 'dispatcher' },
  ]);
  await dispatcher.send(
    'POST',
    api(`/service-requests/${request.id}/answer`),
    { message: 'Madame Résidente, c’est prévu.' },
    { 'if-match': '"1"' },
  );
});
afterAll(() => town.close());

const feed = async (path: string, headers = {}) => town.resident.get(api(path), headers);

/** Words of the reporter, and words to them: no feed holds any. */
const PERSONAL = ['06 39 98 12 34', 'Durand', 'Madame Résidente', 'Odile', 'odile@exemple.fr'];

const PLACES: [string, () => string][] = [
  ['the public list', () => '/public/service-requests/feed'],
  ['a public request', () => `/public/service-requests/${request.id}/feed`],
  ['a tracking code', () => `/public/tracking/${request.code}/feed`],
];

describe.each(PLACES)('the feed of %s', (_name, path) => {
  it('is well-formed Atom with what RFC 4287 requires', async () => {
    const answer = await feed(`${path()}.atom`);
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    using document = XmlDocument.fromString(answer.body);
    const all = (query: string) =>
      document.find(query, { a: 'http://www.w3.org/2005/Atom' }).map(({ content }) => content);
    expect(all('/a:feed/a:id')).toEqual([`${ORIGIN}${api(`${path()}.atom`)}`]);
    expect(all('/a:feed/a:title')).toHaveLength(1);
    expect(all('/a:feed/a:updated')[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(all('/a:feed/a:author/a:name')[0]).not.toBe('');
    expect(all('/a:feed/a:link[@rel="self"]/@href')).toEqual([`${ORIGIN}${api(`${path()}.atom`)}`]);
    const ids = all('/a:feed/a:entry/a:id');
    expect(ids.length).toBeGreaterThanOrEqual(2);
    expect(new Set(ids).size).toBe(ids.length);
    for (const part of ['title', 'updated', 'content', 'link[@rel="alternate"]/@href']) {
      expect(all(`/a:feed/a:entry/a:${part}`), part).toHaveLength(ids.length);
    }
    const times = all('/a:feed/a:entry/a:published');
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it('is JSON Feed 1.1 that says the same', async () => {
    const answer = await feed(`${path()}.json`);
    expect(answer.headers['content-type']).toBe('application/feed+json; charset=utf-8');
    const { version, title, home_page_url, feed_url, items } = answer.json();
    expect(version).toBe('https://jsonfeed.org/version/1.1');
    expect([title, home_page_url].every((text) => text.length > 0)).toBe(true);
    expect(feed_url).toBe(`${ORIGIN}${api(`${path()}.json`)}`);
    for (const item of items) {
      expect(item).toMatchObject({
        id: expect.stringMatching(/^urn:uuid:/),
        url: expect.stringMatching(`^${ORIGIN}/`),
        content_text: expect.any(String),
        date_published: expect.stringMatching(/Z$/),
      });
    }
    expect(items.map(({ title: told }: { title: string }) => told)).toContainEqual(
      expect.stringContaining('Réponse envoyée'),
    );
  });

  it('names nobody, in any form', async () => {
    for (const format of ['atom', 'json', 'ics']) {
      const { body } = await feed(`${path()}.${format}`);
      for (const words of PERSONAL) expect(body, `${format} ${words}`).not.toContain(words);
    }
  });

  it('is in English for who asks, what the town wrote aside', async () => {
    const { language, items } = (await feed(`${path()}.json?lang=en`)).json();
    expect(language).toBe('en');
    const titles = items.map(({ title }: { title: string }) => title).join('\n');
    expect(titles).toContain('Request received: Nid-de-poule');
    expect(titles).toContain('Answer sent: Nid-de-poule');
    expect(titles).not.toMatch(/Demande|Réponse/);
    expect((await feed(`${path()}.atom?lang=en`)).body).toContain('xml:lang="en"');
    expect((await feed(`${path()}.atom?lang=de`)).statusCode).toBe(400);
  });

  it('is sent once: 304 to whoever has it, until it changes', async () => {
    for (const format of ['atom', 'json', 'ics']) {
      const first = await feed(`${path()}.${format}`);
      const etag = String(first.headers.etag);
      expect(first.headers['cache-control']).toMatch(/max-age=\d+/);
      const again = await feed(`${path()}.${format}`, { 'if-none-match': `"x", ${etag}` });
      expect([again.statusCode, again.body]).toEqual([304, '']);
      expect((await feed(`${path()}.${format}`, { 'if-none-match': '"x"' })).statusCode).toBe(200);
    }
    const first = await feed(`${path()}.atom`);
    const since = { 'if-modified-since': String(first.headers['last-modified']) };
    expect((await feed(`${path()}.atom`, since)).statusCode).toBe(304);
    const before = { 'if-modified-since': 'Mon, 01 Jan 2024 00:00:00 GMT' };
    expect((await feed(`${path()}.atom`, before)).statusCode).toBe(200);
  });
});

describe('what is followed without an address', () => {
  it('has planned works in a calendar, by day and with a name that stays', async () => {
    const answer = await feed('/public/service-requests/feed.ics?serviceCode=lampadaire');
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.body).toContain('DTSTART;VALUE=DATE:20261201\r\n');
    expect(answer.body.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect((await feed('/public/service-requests/feed.ics?serviceCode=lampadaire')).body).toBe(
      answer.body,
    );
  });

  it('has the same calendar in English', async () => {
    const { body } = await feed('/public/service-requests/feed.ics?serviceCode=lampadaire&lang=en');
    expect(body).toContain('SUMMARY:Work planned: Lampadaire en panne\r\n');
    expect(body.replaceAll('\r\n ', '')).toContain(
      'An emergency or the weather may move this date.',
    );
    expect(body).not.toMatch(/Intervention|Par :/);
  });

  it('has the author’s words when a person let them be read, masked', async () => {
    const list = '/public/service-requests/feed.json';
    expect((await feed(list)).body).not.toContain('bosses');
    const dispatcher = await town.login([
      { organizationId: town.organizations.west, role: 'dispatcher' },
    ]);
    const { version } = (await dispatcher.get(api(`/service-requests/${request.id}`))).json();
    const read = await dispatcher.send(
      'POST',
      api(`/service-requests/${request.id}/moderate`),
      {},
      { 'if-match': `"${version}"` },
    );
    expect(read.statusCode).toBe(200);
    const { items } = (await feed(list)).json();
    const told = items.map(({ content_text }: { content_text: string }) => content_text).join();
    expect(told).toContain('Un trou & <deux> bosses');
    expect(told).not.toContain('06 39 98 12 34');
    expect((await feed('/public/service-requests/feed.atom')).body).toContain(
      'Un trou &amp; &lt;deux&gt; bosses',
    );
  });

  it('is filtered, shows nothing unsorted, and does not exist for what is not public', async () => {
    const { items } = (
      await feed('/public/service-requests/feed.json?serviceCode=lampadaire')
    ).json();
    expect(items.length).toBeGreaterThan(0);
    for (const { title } of items) expect(title).toContain('Lampadaire');
    expect((await feed('/public/service-requests/feed.json')).body).not.toContain('À trier');
    const nowhere = '01890000-0000-7000-8000-000000000000';
    expect((await feed(`/public/service-requests/${nowhere}/feed.atom`)).statusCode).toBe(404);
    expect((await feed('/public/tracking/ABCD-EFGH/feed.atom')).statusCode).toBe(404);
    expect((await feed('/public/service-requests/feed.rss')).statusCode).toBeGreaterThanOrEqual(
      400,
    );
  });
});

describe('the public pages’ data', () => {
  it.each([
    ['/public/service-requests'],
    ['/public/service-requests/map?bbox=3.8,43.6,3.9,43.7&zoom=14'],
  ])('%s is not sent twice', async (path) => {
    const first = await feed(path);
    expect(first.statusCode).toBe(200);
    const again = await feed(path, { 'if-none-match': String(first.headers.etag) });
    expect(again.statusCode).toBe(304);
  });
});
