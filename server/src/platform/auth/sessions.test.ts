import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { foundTestTerritory, type TestTerritory } from '../../../test/territory.ts';

let test: TestApp;
let town: TestTerritory;
beforeAll(async () => {
  test = await createTestApp();
  town = await foundTestTerritory(test);
});
afterAll(() => test.close());

const PASSWORD = 'une phrase assez longue';
const open = (email: string, password: string, headers: Record<string, string> = {}) =>
  test.resident.send('POST', '/api/v1/sessions', { email, password }, headers);

async function account(email: string, role: 'desk' | 'administrator' = 'desk') {
  const admin = await test.login([{ organizationId: town.west, role: 'administrator' }]);
  const grants = [{ organizationId: town.west, role }];
  const body = { email, name: 'Sacha Essai', password: PASSWORD, grants };
  const answer = await admin.send('POST', '/api/v1/accounts', body);
  expect(answer.statusCode).toBe(201);
  return { admin, id: answer.json().id as string };
}

it('opens a session with a cookie that scripts cannot read', async () => {
  await account('sacha@test.example');
  const answer = await open('Sacha@TEST.example', PASSWORD);
  const [cookie] = answer.cookies;
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(answer.json()).toMatchObject({
    account: { name: 'Sacha Essai' },
    grants: [{ role: 'desk' }],
  });
});

it('does not tell an unknown address from a wrong password', async () => {
  await account('alex@test.example');
  const answers = await Promise.all([
    open('alex@test.example', 'pas le bon du tout'),
    open('personne@test.example', PASSWORD),
  ]);
  const told = answers.map((answer) => {
    const { requestId: _, ...problem } = answer.json();
    return problem;
  });
  expect(told[0]).toEqual(told[1]);
  expect(told[0].status).toBe(401);
});

it('slows down guessing, tells how long to wait, and lets in again afterwards', async () => {
  await account('lou@test.example');
  for (let guess = 0; guess < 5; guess++) await open('lou@test.example', `essai numéro ${guess}`);
  const refused = await open('lou@test.example', PASSWORD);
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  test.clock.advance(20 * 60_000);
  expect((await open('lou@test.example', PASSWORD)).statusCode).toBe(200);
});

it('refuses a write whose page is not ours, and a login from another site', async () => {
  const desk = await test.login([{ organizationId: town.west, role: 'desk' }]);
  const forged = await desk.send('POST', '/api/v1/saved-views', {}, { 'x-csrf-token': 'guess' });
  expect(forged.json().type).toBe('/problems/http/forged-request');
  const login = await open('a@test.example', PASSWORD, { 'sec-fetch-site': 'cross-site' });
  expect(login.statusCode).toBe(403);
});

it('ends with its time, with the logout, and with the account', async () => {
  const { admin, id } = await account('noa@test.example');
  const cookieOf = async () => {
    const answer = await open('noa@test.example', PASSWORD);
    return { cookie: `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`, ...answer.json() };
  };
  const current = (cookie: string) => test.resident.get('/api/v1/sessions/current', { cookie });

  const first = await cookieOf();
  expect((await current(first.cookie)).statusCode).toBe(200);
  await test.resident.send('DELETE', '/api/v1/sessions/current', undefined, {
    cookie: first.cookie,
    'x-csrf-token': first.csrfToken,
  });
  expect((await current(first.cookie)).statusCode).toBe(401);

  const second = await cookieOf();
  expect((await admin.send('POST', `/api/v1/accounts/${id}/disable`)).statusCode).toBe(200);
  expect((await current(second.cookie)).statusCode).toBe(401);
  expect((await open('noa@test.example', PASSWORD)).statusCode).toBe(401);
});

it('changes a password and closes the sessions elsewhere', async () => {
  await account('max@test.example');
  const sessions = await Promise.all([0, 1].map(() => open('max@test.example', PASSWORD)));
  const [here, elsewhere] = sessions.map((answer) => ({
    cookie: `${answer.cookies[0]?.name}=${answer.cookies[0]?.value}`,
    'x-csrf-token': answer.json().csrfToken as string,
  }));
  const change = (current: string) => {
    const body = { current, next: 'une autre phrase longue' };
    return test.resident.send('POST', '/api/v1/sessions/current/password', body, here);
  };
  expect((await change('faux mot de passe')).statusCode).toBe(422);
  expect((await change(PASSWORD)).statusCode).toBe(200);
  expect((await test.resident.get('/api/v1/sessions/current', here)).statusCode).toBe(200);
  expect((await test.resident.get('/api/v1/sessions/current', elsewhere)).statusCode).toBe(401);
  expect((await open('max@test.example', PASSWORD)).statusCode).toBe(401);
});

it('gives a provisional password once, ends every session, and asks for another', async () => {
  const { admin, id } = await account('kim@test.example');
  const before = await open('kim@test.example', PASSWORD);
  expect(before.json().passwordProvisional).toBe(false);
  const cookie = `${before.cookies[0]?.name}=${before.cookies[0]?.value}`;
  const { password } = (await admin.send('POST', `/api/v1/accounts/${id}/reset-password`)).json();
  expect(password).toHaveLength(16);
  expect((await test.resident.get('/api/v1/sessions/current', { cookie })).statusCode).toBe(401);
  expect((await open('kim@test.example', PASSWORD)).statusCode).toBe(401);
  const { rows } = await test.platform.db.pool.query(
    `SELECT 1 FROM idempotency_key WHERE result::text LIKE $1
     UNION ALL SELECT 1 FROM event WHERE data::text LIKE $1 AND type = 'account.password-reset'`,
    [`%${password}%`],
  );
  expect(rows).toEqual([]);

  const opened = await open('kim@test.example', password);
  expect(opened.json().passwordProvisional).toBe(true);
  const here = {
    cookie: `${opened.cookies[0]?.name}=${opened.cookies[0]?.value}`,
    'x-csrf-token': opened.json().csrfToken as string,
  };
  const body = { current: password, next: 'une phrase bien à moi' };
  await test.resident.send('POST', '/api/v1/sessions/current/password', body, here);
  const after = await test.resident.get('/api/v1/sessions/current', here);
  expect(after.json().passwordProvisional).toBe(false);
});

it('gives a provisional password only where one administers all, never to oneself', async () => {
  const { admin, id } = await account('jo@test.example');
  const reset = (of: string, who = admin) =>
    who.send('POST', `/api/v1/accounts/${of}/reset-password`);
  const own = (await admin.get('/api/v1/sessions/current')).json().account.id;
  expect((await reset(own)).statusCode).toBe(409);
  const desk = await test.login([{ organizationId: town.west, role: 'desk' }]);
  expect((await reset(id, desk)).statusCode).toBe(404);
  const elsewhere = await test.login([{ organizationId: town.east, role: 'administrator' }]);
  expect((await reset(id, elsewhere)).statusCode).toBe(404);
  const grants = [
    { organizationId: town.west, role: 'desk' },
    { organizationId: town.east, role: 'desk' },
  ] as const;
  await test.login([...grants], 'Entre deux');
  const shared = (await admin.get('/api/v1/accounts')).json().items;
  const both = shared.find((one: { name: string }) => one.name === 'Entre deux');
  expect((await reset(both.id)).statusCode).toBe(403);
  await admin.send('POST', `/api/v1/accounts/${id}/disable`);
  expect((await reset(id)).statusCode).toBe(409);
});

it('lets administrators hand out roles where they administer, and nowhere else', async () => {
  const { admin, id } = await account('eden@test.example');
  const give = (organizationId: string) =>
    admin.send('PUT', `/api/v1/accounts/${id}/grants`, {
      grants: [{ organizationId, role: 'dispatcher' }],
    });
  expect((await give(town.east)).statusCode).toBe(403);
  expect((await give(town.west)).statusCode).toBe(200);
  const desk = await test.login([{ organizationId: town.west, role: 'desk' }]);
  expect((await desk.get('/api/v1/accounts')).statusCode).toBe(403);
  expect((await test.resident.get('/api/v1/accounts')).statusCode).toBe(401);
});

it('shows an API token once, keeps its hash, obeys its scopes and its end', async () => {
  const admin = await test.login([{ organizationId: town.west, role: 'administrator' }]);
  const created = await admin.send('POST', '/api/v1/api-tokens', {
    name: 'Tableau de bord',
    organizationId: town.west,
    scopes: ['role:auditor'],
  });
  const { id, token } = created.json();
  const headers = { authorization: `Bearer ${token}` };
  const { rows } = await test.platform.db.pool.query(
    'SELECT token_hash FROM api_token WHERE id = $1',
    [id],
  );
  expect(rows[0].token_hash).not.toMatch(token);
  expect((await admin.get('/api/v1/api-tokens')).body).not.toMatch(token);
  expect((await test.resident.get('/api/v1/events', headers)).statusCode).toBe(200);
  expect((await test.resident.get('/api/v1/accounts', headers)).statusCode).toBe(403);
  await admin.send('DELETE', `/api/v1/api-tokens/${id}`);
  expect((await test.resident.get('/api/v1/events', headers)).statusCode).toBe(401);
});
