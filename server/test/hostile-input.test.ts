import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCatalogue } from '../src/modules/service-requests/index.ts';
import { systemActor } from '../src/platform/acts/index.ts';
import { type Caller, createTestApp, type TestApp } from './app.ts';
import { LAMP_OUT } from './prepare-var.ts';
import { foundTestTerritory, type TestTerritory } from './territory.ts';

let test: TestApp;
let town: TestTerritory;
let dispatcher: Caller;

beforeAll(async () => {
  test = await createTestApp();
  town = await foundTestTerritory(test);
  await importCatalogue(test.platform, test.act(systemActor('test')), { services: [LAMP_OUT] });
  dispatcher = await test.login([{ organizationId: town.west, role: 'dispatcher' }]);
});
afterAll(() => test.close());

const report = (changes: object = {}) => ({
  serviceCode: LAMP_OUT.code,
  description: 'Un lampadaire est éteint.',
  point: { lat: 43.65, long: 3.85 },
  address: null,
  answers: {},
  photoIds: [],
  channel: 'web',
  language: 'fr',
  ...changes,
});

const send = (body: object, headers: Record<string, string> = {}) =>
  test.resident.send('POST', '/api/v1/service-requests', body, headers);

async function descriptionOf(id: string): Promise<string> {
  return (await dispatcher.get(`/api/v1/service-requests/${id}`)).json().description;
}

describe('a report', () => {
  it.each([
    ['a number for a text', { description: 12 }, '/description'],
    ['a text for a place', { point: 'ici' }, '/point'],
    ['a latitude beyond the pole', { point: { lat: 91, long: 3 } }, '/point/lat'],
    ['a missing description', { description: undefined }, '/description'],
    ['a field that does not exist', { admin: true }, '/admin'],
    ['10,001 characters', { description: 'a'.repeat(10_001) }, '/description'],
    ['a channel of its own', { channel: 'telepathy' }, '/channel'],
    ['an identifier that is none', { photoIds: ["' OR 1=1"] }, '/photoIds/0'],
  ])('with %s is refused, and told where', async (_what, changes, pointer) => {
    const answer = await send(report(changes));
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].pointer).toBe(pointer);
    expect(answer.json().errors[0].detail).toMatch(/[a-zà-ÿ]/);
  });

  it.each([
    ['emoji', '🚧🌳 Danger ! 👩🏽‍🦽'],
    ['right-to-left text', 'المصباح في شارعنا مطفأ'],
    ['markup and script', '<script>alert(1)</script> <b onclick="x()">&amp;</b>'],
    ['SQL', "'); DROP TABLE service_request; --"],
    ['10,000 characters', 'é'.repeat(10_000)],
  ])('with %s is kept as it was written', async (_what, description) => {
    const answer = await send(report({ description, contact: { name: description.slice(0, 50) } }));
    expect(answer.statusCode).toBe(201);
    expect(await descriptionOf(answer.json().id)).toBe(description);
  });

  it('from outside is answered in French with who may be competent', async () => {
    const answer = await send(report({ point: { lat: 43.95, long: 3.85 } }));
    expect(answer.statusCode).toBe(422);
    const { type, detail } = answer.json();
    expect(type).toBe('/problems/service-requests/outside-territory');
    expect(detail).toMatch('Ouestville');
    expect(detail).toMatch(/mairie/i);
  });

  it('with a repeated name in its JSON is refused', async () => {
    const payload = JSON.stringify(report()).replace('{', '{"description":"autre",');
    const answer = await test.app.inject({
      method: 'POST',
      url: '/api/v1/service-requests',
      headers: { 'content-type': 'application/json' },
      payload,
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors[0].pointer).toBe('/description');
  });

  it('of 50 MB is refused', async () => {
    const answer = await send(report({ description: 'a'.repeat(50_000_000) }));
    expect(answer.statusCode).toBe(413);
  });

  it('sent by a double click is taken once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const clicks = await Promise.all([send(report(), headers), send(report(), headers)]);
    expect(clicks.map((answer) => answer.statusCode)).toEqual([201, 201]);
    expect(clicks[0]?.json().code).toBe(clicks[1]?.json().code);
  });

  it('with a key that came with other words is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await send(report(), headers);
    const answer = await send(report({ description: 'Autre chose.' }), headers);
    expect(answer.statusCode).toBe(422);
    expect(answer.json().type).toBe('/problems/common/idempotency-key-reused');
  });
});

describe('a photo', () => {
  it.each([
    ['empty', Buffer.alloc(0), 422],
    ['a text with the name of a photo', Buffer.from('not a photo'), 415],
    ['a page with the first bytes of a photo', Buffer.from('\xff\xd8\xff<html>', 'latin1'), 422],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415],
    ['cut in the middle', 'cut', 422],
  ])('that is %s is refused', async (_what, content, status) => {
    const bytes = content === 'cut' ? (await photo()).subarray(0, -500) : (content as Buffer);
    const answer = await upload(bytes);
    expect(answer.statusCode).toBe(status);
    expect(answer.json().detail ?? answer.json().title).toMatch(/[a-zà-ÿ]/);
  });

  it('loses its place and its author before anyone sees it', async () => {
    const taken = await sharp(await photo())
      .withExif({ IFD0: { Artist: 'Camille' }, IFD3: { GPSLatitude: '43/1 36/1 0/1' } })
      .jpeg()
      .toBuffer();
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const { id } = (await upload(taken)).json();
    const shown = await test.resident.get(`/api/v1/files/${id}`);
    expect((await sharp(shown.rawPayload).metadata()).exif).toBeUndefined();
    expect(shown.rawPayload.includes('Camille')).toBe(false);
  });

  it('that was never sent cannot be attached', async () => {
    const answer = await send(report({ photoIds: [randomUUID()] }));
    expect(answer.statusCode).toBe(422);
    expect(answer.json().type).toBe('/problems/files/unknown-file');
  });
});

describe('a question', () => {
  const SQL = "' OR '1'='1'; DROP TABLE event; --";
  const asked = encodeURIComponent(SQL);
  it.each([
    `/api/v1/service-requests?q=${asked}`,
    `/api/v1/service-requests?status=${asked}`,
    `/api/v1/service-requests?bbox=${asked}`,
    `/api/v1/service-requests?cursor=${asked}`,
    `/api/v1/service-requests?serviceCode=${asked}`,
    `/api/v1/service-requests?organizationId=${asked}`,
    `/api/v1/service-requests?from=${asked}`,
    `/api/v1/service-requests/map?zoom=${asked}&bbox=${asked}`,
    `/api/v1/service-requests/${asked}`,
    `/api/v1/public/tracking/${asked}`,
    `/api/v1/public/service-requests?communeId=${asked}`,
    `/api/v1/services/${asked}`,
    `/api/v1/services/suggestions?q=${asked}`,
    `/api/v1/places?q=${asked}`,
    `/api/v1/places/nearest?lat=${asked}&long=${asked}`,
    `/api/v1/map/tiles/1/1/${asked}.mvt`,
    `/api/v1/map/picture.svg?bbox=${asked}`,
    `/api/v1/competence?serviceCode=${asked}&lat=43.65&long=3.85`,
    `/api/v1/organizations/${asked}/boundary`,
    `/api/v1/work-orders?crewId=${asked}`,
    `/api/v1/work-orders/${asked}`,
    `/api/v1/field/day?date=${asked}`,
    `/api/v1/messages?serviceRequestId=${asked}`,
    `/api/v1/indicators/overview?from=${asked}`,
    `/api/v1/files/${asked}`,
    `/open311/v2/requests.json?service_code=${asked}&status=${asked}`,
    `/open311/v2/requests/${asked}.json`,
    `/open311/v2/services/${asked}.json`,
  ])('with SQL in it is a question like another: %s', async (url) => {
    const answer = await dispatcher.get(url);
    expect(answer.statusCode).toBeLessThan(500);
    expect((await dispatcher.get('/api/v1/service-requests?limit=1')).statusCode).toBe(200);
  });

  it('after the end of the session is answered « sign in », not with data', async () => {
    const desk = await test.login([{ organizationId: town.west, role: 'desk' }]);
    expect((await desk.get('/api/v1/service-requests')).statusCode).toBe(200);
    test.clock.advance(366 * 24 * 60 * 60_000);
    // What was remembered of a session is forgotten within five seconds.
    test.app.authenticator.forget();
    const answer = await desk.get('/api/v1/service-requests');
    expect(answer.statusCode).toBe(401);
    expect(answer.json().type).toBe('/problems/common/unauthenticated');
  });
});

function photo(): Promise<Buffer> {
  const create = { width: 600, height: 400, channels: 3 as const, background: '#387' };
  return sharp({ create, limitInputPixels: 1e6 }).jpeg().toBuffer();
}

function upload(bytes: Buffer) {
  const boundary = 'limite';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="photo.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  return test.app.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}
