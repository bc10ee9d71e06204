import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepInbound } from '../src/modules/intake/keep-inbound.ts';
import { readContact } from '../src/modules/service-requests/contact.ts';
import { eventsOf, sealLog, verifyLog } from '../src/platform/events/index.ts';
import { personalData } from '../src/wiring.ts';
import { createTestApp } from './app.ts';
import { columnsHolding } from './columns-holding.ts';
import { HOLDS_WORDS, NAMES, NOT_ABOUT_PEOPLE } from './not-about-people.ts';
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

it('gives one person everything, then erases them everywhere and leaves the trail', async () => {
  const contact = readContact({ name: 'Zoé Quillevéré', email: EMAIL, phone: '06 12 34 56 78' });
  const description = `MARQUE-INTIME, appelez Zoé Quillevéré au 06 12 34 56 78, ${EMAIL}`;
  const first = await town.request({ contact, description });
  const second = await town.request({ contact, description, mergedIntoId: first.id });
  await town.platform.db.pool.query(
    `INSERT INTO service_request_refusal
     VALUES ($1, $2, $3, $4, 'not-our-road', 'Mme Quillevéré s’est trompée', $5)`,
    [town.territoryId, second.id, second.id, town.organizations.west, town.clock.now()],
  );
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
  expect((await columnsHolding(town, NEEDLES)).length).toBeGreaterThan(5);

  const admin = await administrator();
  const about = {
    emails: [` ${EMAIL.toUpperCase()}`],
    phones: ['06 12 34 56 78'],
    reason: 'Courrier 12',
  };
  const exported = await admin.send('POST', api('subjects/export'), about);
  expect(exported.json().counts).toEqual({
    intake: 1,
    'work-orders': 0,
    'open311-client': 0,
    'service-requests': 3,
    following: 1,
    accounts: 0,
  });
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
  expect(await columnsHolding(town, NEEDLES)).toEqual([]);
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

it('finds people by a part of what is known, and tells no two apart by a name alone', async () => {
  const letter = {
    name: 'Rozenn Kerbrat',
    postalAddress: '3 impasse des Sorbiers\n99100 OUESTVILLE',
  };
  await town.request({ contact: readContact({ name: 'Rozenn Kerbrat', phone: '0655555555' }) });
  await town.request({ contact: readContact({ email: 'roz@exemple.fr', phone: '0655555555' }) });
  const written = await town.request({ contact: readContact(letter), description: 'Par courrier' });
  const other = await town.request({ contact: readContact({ name: 'Rozenn Kerbrat' }) });
  const admin = await administrator();
  const search = async (words: string) =>
    (await admin.send('POST', api('subjects/search'), { words })).json().items;
  expect(await search('KERBRAT')).toHaveLength(3);
  expect(await search('06 55 55')).toMatchObject([{ phone: '+33655555555', count: 2 }]);
  expect((await search('roz@'))[0]).toMatchObject({ email: 'roz@exemple.fr', requestIds: [] });
  expect(await search('personne')).toEqual([]);

  const about = { requestIds: [written.id] };
  const read = await admin.send('POST', api('subjects/read'), about);
  expect(read.json().counts['service-requests']).toBe(1);
  expect(read.body).toContain('3 impasse des Sorbiers');
  await admin.send('POST', api('subjects/erase'), { ...about, reason: 'Courrier 7' });
  expect(await columnsHolding(town, ['des Sorbiers'])).toEqual([]);
  const { rows } = await town.platform.db.pool.query(
    'SELECT contact_name FROM service_request WHERE id = $1',
    [other.id],
  );
  expect(rows[0].contact_name).toBe('Rozenn Kerbrat');
  const told = await town.platform.db.pool.query(
    `SELECT data::text AS data FROM event WHERE type LIKE 'privacy.subject-%'`,
  );
  expect(told.rows.length).toBeGreaterThan(6);
  expect(told.rows.some(({ data }) => /kerbrat|roz@|5555/i.test(data))).toBe(false);
});

it('tells everyone what is kept and whom to write to, as the administrator says', async () => {
  const admin = await administrator();
  const read = async () => (await town.resident.get('/api/v1/public/privacy')).json();
  expect((await read()).contact.controller).toBe('Territoire d’essai');
  const { version } = (await admin.get(api('register'))).json();
  const contact = {
    controller: 'Ville d’essai',
    officer: 'La déléguée',
    email: 'dpo@ville.example',
    phone: '',
    address: '',
  };
  const put = (body: object, of: number) =>
    admin.send('PUT', api('contact'), body, { 'if-match': `"${of}"` });
  expect((await put({ ...contact, email: 'rien' }, version)).statusCode).toBe(400);
  expect((await put(contact, version)).statusCode).toBe(200);
  expect((await put(contact, version)).statusCode).toBe(412);
  const { contact: told, items } = await read();
  expect(told).toEqual(contact);
  expect(items).toHaveLength(personalData.length);
  expect(JSON.stringify(items)).not.toContain('contact_email');
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
  const about = { emails: [EMAIL], reason: 'x' };
  expect((await desk.send('POST', api('subjects/erase'), about)).statusCode).toBe(403);
  // A data protection officer reads and answers; how it is run is the administrators' business.
  const { metropole, west } = town.organizations;
  const officer = await town.login([{ organizationId: metropole, role: 'auditor' }]);
  expect((await officer.get(api('register'))).statusCode).toBe(200);
  const search = { words: 'personne' };
  expect((await officer.send('POST', api('subjects/search'), search)).statusCode).toBe(200);
  expect((await officer.send('POST', api('subjects/export'), about)).statusCode).toBe(200);
  expect((await officer.send('POST', api('subjects/erase'), about)).statusCode).toBe(200);
  const wanted = [api('retention'), { retention: {} }, { 'if-match': '"0"' }] as const;
  expect((await officer.send('PUT', ...wanted)).statusCode).toBe(403);
  const ofOneTown = await town.login([{ organizationId: west, role: 'auditor' }]);
  expect((await ofOneTown.get(api('register'))).statusCode).toBe(403);
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

it('declares every column that may hold something of a person', async () => {
  const { rows } = await town.platform.db.pool.query(`
    SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type,
           EXISTS (SELECT FROM pg_constraint k JOIN pg_attribute a
                     ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
                    WHERE k.contype = 'c' AND k.conrelid = c.table_name::regclass
                      AND a.attname = c.column_name AND cardinality(k.conkey) = 1
                      AND pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY') AS listed
      FROM information_schema.columns c WHERE c.table_schema = 'public'`);
  const columns = new Set(rows.map(({ table, column }) => `${table}.${column}`));
  const declared = new Set(
    personalData.flatMap((p) => p.declaration.data.flatMap((d) => d.columns)),
  );
  expect([...declared].filter((name) => !columns.has(name))).toEqual([]);
  const others = Object.keys(NOT_ABOUT_PEOPLE).filter(
    (name) => !columns.has(name) && !rows.some(({ table }) => table === name),
  );
  expect(others).toEqual([]);
  const undeclared = rows
    .filter(({ type, column, listed }) => !listed && (HOLDS_WORDS.test(type) || NAMES.test(column)))
    .filter(({ table }) => !(table in NOT_ABOUT_PEOPLE))
    .map(({ table, column }) => `${table}.${column}`)
    .filter((name) => !declared.has(name) && !(name in NOT_ABOUT_PEOPLE));
  expect(undeclared).toEqual([]);
});

it('says of every kind of data how it ends', () => {
  for (const { declaration, erase, expire } of personalData) {
    const { code, retention, erasure } = declaration;
    expect(Boolean(expire), code).toBe(retention !== null);
    if (erase) expect(erasure, code).not.toBeNull();
    if (retention) expect(retention.least <= retention.days && retention.days <= retention.most);
  }
});
