import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepInbound } from '../src/modules/intake/keep-inbound.ts';
import { readContact } from '../src/modules/service-requests/contact.ts';
import { eventsOf, sealLog, verifyLog } from '../src/platform/events/index.ts';
import { personalData } from '../src/wiring.ts';
import { createTestApp } from './app.ts';
import { staff } from './staffed-town.ts';

const start = async () => staff(await createTestApp({ at: '2020-01-07T09:00:00Z' }));
let town: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  town = await start();
});
afterAll(() => town.close());

const EMAIL = 'zoe.quillevere@exemple.fr';
const PHONE = '+33612345678';
const NEEDLES = [EMAIL, PHONE, '0612345678', 'quillev', 'MARQUE-INTIME'];
const api = (path: string) => `/api/v1/privacy/${path}`;
const administrator = () =>
  town.login([{ organizationId: town.organizations.metropole, role: 'administrator' }]);

/** Every column of text or JSON of the whole database that holds one of the needles. */
async function columnsHolding(needles: string[]): Promise<string[]> {
  const { pool } = town.platform.db;
  const { rows: columns } = await pool.query(`
    SELECT table_schema AS schema, table_name AS table, column_name AS column
      FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
       AND (data_type IN ('text', 'json', 'jsonb', 'character varying', 'ARRAY', 'tsvector'))`);
  const holding: string[] = [];
  for (const { schema, table, column } of columns) {
    const { rows } = await pool.query(
      `SELECT 1 FROM "${schema}"."${table}" WHERE lower("${column}"::text) LIKE ANY ($1) LIMIT 1`,
      [needles.map((needle) => `%${needle.toLowerCase()}%`)],
    );
    if (rows.length > 0) holding.push(`${table}.${column}`);
  }
  return holding;
}

it('gives one person everything, then erases them everywhere and leaves the trail', async () => {
  const contact = readContact({ name: 'Zoé Quillevéré', email: EMAIL, phone: '06 12 34 56 78' });
  const description = `MARQUE-INTIME, appelez Zoé Quillevéré au 06 12 34 56 78, ${EMAIL}`;
  const first = await town.request({ contact, description });
  await town.request({ contact, description, mergedIntoId: first.id });
  const other = await town.request({ description: 'Un autre trou' });
  const said = await town.resident.send('POST', `/api/v1/public/tracking/${first.code}/words`, {
    text: 'MARQUE-INTIME : Quillevéré, toujours là',
  });
  expect(said.statusCode).toBeLessThan(300);
  await town.resident.send('POST', `/api/v1/public/service-requests/${other.id}/followers`, {
    address: EMAIL,
  });
  const raw = Buffer.from(
    `From: Zoe Quillevere <${EMAIL}>\r\nTo: demandes@x.example\r\nSubject: Trou\r\nMessage-ID: <1@exemple.fr>\r\n\r\nMARQUE-INTIME devant chez moi\r\n`,
  );
  await town.platform.db.transaction((tx) =>
    keepInbound(town.platform, tx, town.territoryId, [{ source: 'mail', sourceKey: 'k1', raw }]),
  );
  await town.drainJobs();
  expect((await columnsHolding(NEEDLES)).length).toBeGreaterThan(5);

  const admin = await administrator();
  const about = {
    email: ` ${EMAIL.toUpperCase()}`,
    phone: '06 12 34 56 78',
    reason: 'Courrier 12',
  };
  const exported = await admin.send('POST', api('subjects/export'), about);
  expect(exported.json().counts).toEqual({ intake: 1, 'service-requests': 3, following: 1 });
  expect(exported.body).toContain('toujours là');

  const trail = async () =>
    (await eventsOf(town.platform.db.read, town.territoryId, [first.id])).map(
      ({ id, type, at, actor }) => ({ id, type, at, actor }),
    );
  const before = await trail();
  const { rows: counted } = await town.platform.db.pool.query(
    'SELECT count(*) FROM service_request',
  );
  const documents = await town.platform.db.pool.query('SELECT raw_sha256 FROM inbound_message');
  const sha256 = documents.rows[0].raw_sha256 as string;
  expect(await town.platform.documents.has(sha256)).toBe(true);

  await sealLog(town.platform, town.territoryId);
  const erased = await admin.send('POST', api('subjects/erase'), about);
  expect(erased.statusCode).toBe(200);
  expect(await columnsHolding(NEEDLES)).toEqual([]);
  expect(await town.platform.documents.has(sha256)).toBe(false);
  expect(await trail()).toEqual(before);
  await sealLog(town.platform, town.territoryId);
  const { faults, events } = await verifyLog(town.platform, town.territoryId);
  expect(faults).toEqual([]);
  expect(events).toBeGreaterThan(5);
  const after = await town.platform.db.pool.query('SELECT count(*) FROM service_request');
  expect(after.rows).toEqual(counted);

  const again = await admin.send('POST', api('subjects/erase'), about);
  expect(Object.values(again.json().counts).every((count) => count === 0)).toBe(true);
});

it('lets what has served its time expire, once, and nothing else', async () => {
  const closed = town.clock.now();
  const contact = readContact({ name: 'Yann Le Guen', email: 'yann@exemple.fr' });
  const description = 'Trou, appelez yann@exemple.fr';
  const done = await town.request({ contact, description, status: 'done', closedAt: closed });
  const open = await town.request({ contact, description });
  const read = async (id: string) =>
    (await town.platform.db.pool.query('SELECT * FROM service_request WHERE id = $1', [id]))
      .rows[0];
  const expire = async () => {
    await town.platform.db.transaction((tx) =>
      town.platform.events.later(tx, 'privacy/expire', {}),
    );
    await town.drainJobs();
  };
  town.clock.advance(364 * 24 * 60 * 60_000);
  await expire();
  expect((await read(done.id)).contact_email).toBe('yann@exemple.fr');
  town.clock.advance(2 * 24 * 60 * 60_000);
  await expire();
  const gone = await read(done.id);
  expect(gone.contact_email).toBeNull();
  expect(gone.contact_name).toBeNull();
  expect(gone.description).toMatch(/^Trou, appelez \[/);
  await expire();
  expect((await read(done.id)).version).toBe(gone.version);
  expect((await read(open.id)).contact_email).toBe('yann@exemple.fr');
});

it('is the business of the territory’s administrators, within bounds', async () => {
  const desk = await town.login([{ organizationId: town.organizations.west, role: 'desk' }]);
  expect((await desk.get(api('register'))).statusCode).toBe(403);
  const about = { email: EMAIL, reason: 'x' };
  expect((await desk.send('POST', api('subjects/erase'), about)).statusCode).toBe(403);
  const admin = await administrator();
  const put = (days: number, version: number) =>
    admin.send(
      'PUT',
      api('retention'),
      { retention: { 'service-requests': days } },
      { 'if-match': `"${version}"` },
    );
  const { version } = (await admin.get(api('register'))).json();
  expect((await put(1, version)).statusCode).toBe(422);
  expect((await put(180, version)).statusCode).toBe(200);
  expect((await put(200, version)).statusCode).toBe(412);
  const nobody = await admin.send('POST', api('subjects/export'), { reason: 'x' });
  expect(nobody.statusCode).toBe(422);
});

/** Columns that look personal and are not, each for a reason. */
const NOT_PERSONAL: Record<string, string> = {
  'territory.phone': 'of a town hall',
  'territory.email': 'of a town hall',
  'territory.address': 'of a town hall',
  'organization.email': 'of an office',
  'organization.phone': 'of an office',
  'service.description': 'of what the town does',
  'work_order.address': 'where the work is',
};

it('declares every column that looks personal', async () => {
  const { rows } = await town.platform.db.pool.query(`
    SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public'
       AND column_name ~ 'contact|email|phone|sender|^address$|postal_address|description$|^actor_name'`);
  const declared = new Set(
    personalData.flatMap((p) => p.declaration.data.flatMap((d) => d.columns)),
  );
  const undeclared = rows
    .map(({ name }) => name as string)
    .filter((name) => !declared.has(name) && !(name in NOT_PERSONAL));
  expect(undeclared).toEqual([]);
  const all = await town.platform.db.pool.query(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const real = new Set(all.rows.map(({ name }) => name as string));
  expect([...declared].filter((name) => !real.has(name))).toEqual([]);
});
