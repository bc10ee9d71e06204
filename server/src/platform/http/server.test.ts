import Type from 'typebox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../../test/platform.ts';
import { createHttpServer, type HttpServer } from './server.ts';

let test: TestPlatform;
let app: HttpServer;

beforeAll(async () => {
  test = await createTestPlatform();
  app = await createHttpServer(test.platform, { territoryOf: async () => test.territoryId });
  const body = Type.Object(
    { name: Type.String({ maxLength: 5 }) },
    { additionalProperties: false },
  );
  app.post('/api/v1/echo', { schema: { body } }, async (request) => request.body);
  app.get('/api/v1/broken', async () => {
    throw new Error('secret inside');
  });
  app.get('/api/v1/act', async (request) => request.act());
  const config = { rateLimit: { max: 1, timeWindow: '1 minute' } };
  app.get('/api/v1/rare', { config }, async () => 'ok');
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const post = (payload: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/v1/echo',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });

it.each([
  ['a field of the wrong type', '{"name":1}', '/name'],
  ['a missing field', '{}', '/name'],
  ['a field too many', '{"name":"a","admin":true}', '/admin'],
  ['a text too long', '{"name":"abcdef"}', '/name'],
  ['a repeated name', '{"name":"a","name":"b"}', '/name'],
  ['no JSON', '{"name":', '/'],
  ['a NUL character', '{"name":"a\\u0000"}', '/name'],
])('refuses %s, and says where', async (_what, payload, pointer) => {
  const answer = await post(payload);
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toMatch('application/problem+json');
  const { type, errors, requestId } = answer.json();
  expect(type).toBe('/problems/common/validation');
  expect(errors[0].pointer).toBe(pointer);
  expect(requestId).toBeTruthy();
});

it('refuses a body of 50 MB before reading it', async () => {
  const answer = await post('x'.repeat(50_000_000));
  expect(answer.statusCode).toBe(413);
  expect(answer.json().title).toBe('Cet envoi est trop volumineux');
});

it('refuses what is not JSON, in the language of the caller', async () => {
  const answer = await post('<a/>', { 'content-type': 'application/xml', 'accept-language': 'en' });
  expect(answer.json()).toMatchObject({ status: 415, title: 'Unsupported media type' });
});

it('tells nothing of an error that it did not foresee', async () => {
  const answer = await app.inject('/api/v1/broken');
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toMatch('secret');
  expect(answer.json().detail).toMatch(answer.json().requestId);
});

it('tells who asks too often how long to wait', async () => {
  expect((await app.inject('/api/v1/rare')).statusCode).toBe(200);
  const answer = await app.inject('/api/v1/rare');
  expect(answer.json()).toMatchObject({ type: '/problems/common/too-many-requests', status: 429 });
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
});

it('carries security headers everywhere', async () => {
  for (const url of ['/health/live', '/api/v1/nowhere']) {
    const { headers } = await app.inject(url);
    expect(headers['content-security-policy']).toMatch("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch('unsafe-inline');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

it('follows a request by the id of its caller, unless that id is odd', async () => {
  const ids = await Promise.all(
    ['trace-12345678', 'bad id\t'].map(async (id) => {
      const answer = await app.inject({ url: '/api/v1/act', headers: { 'x-request-id': id } });
      return answer.json().requestId;
    }),
  );
  expect(ids[0]).toBe('trace-12345678');
  expect(ids[1]).toMatch(/^[0-9a-f-]{36}$/);
});

it('reads the circumstances of an act, and refuses malformed ones', async () => {
  const good = { 'idempotency-key': 'key-12345', 'if-match': '"7"' };
  const answer = await app.inject({ url: '/api/v1/act', headers: good });
  expect(answer.json()).toMatchObject({ expectedVersion: 7, idempotency: { key: 'key-12345' } });
  for (const headers of [{ 'if-match': '7' }, { 'idempotency-key': 'a b' }]) {
    expect((await app.inject({ url: '/api/v1/act', headers })).statusCode).toBe(400);
  }
});

it('refuses an unknown token instead of taking its bearer for nobody', async () => {
  const headers = { authorization: 'Bearer cantonnier_unknown' };
  expect((await app.inject({ url: '/api/v1/act', headers })).statusCode).toBe(401);
});

it('is live, ready and measured', async () => {
  expect((await app.inject('/health/live')).json()).toEqual({ status: 'live' });
  expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ready' });
  const metrics = await app.inject('/metrics');
  expect(metrics.body).toMatch(/http_request_duration_seconds_count\{.*route="\/health\/ready"/);
  expect(metrics.body).toMatch('cantonnier_jobs{state="dead"} 0');
  const proxied = await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '1.2.3.4' } });
  expect(proxied.statusCode).toBe(401);
});
