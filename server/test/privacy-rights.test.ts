import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readContact } from '../src/modules/service-requests/contact.ts';
import { personalData } from '../src/wiring.ts';
import { createTestApp } from './app.ts';
import { columnsHolding } from './columns-holding.ts';
import { type ReceivedMail, startMailServer } from './mail-server.ts';
import { staff } from './staffed-town.ts';

type Mail = Awaited<ReturnType<typeof startMailServer>>;
const open = async ({ url }: Mail) =>
  staff(
    await createTestApp({
      at: '2020-01-07T09:00:00Z',
      config: {
        publicUrl: 'https://demandes.ouestville.example',
        smtp: { url, from: 'Ouestville <ne-pas-repondre@ouestville.example>' },
      },
    }),
  );
let town: Awaited<ReturnType<typeof open>>;
let mail: Mail;
let received: ReceivedMail[];
beforeEach(async () => {
  mail = await startMailServer();
  ({ received } = mail);
  town = await open(mail);
});
afterEach(async () => {
  await town.close();
  await mail.close();
});

const api = (path: string) => `/api/v1/privacy/${path}`;
const administrator = () =>
  town.login([{ organizationId: town.organizations.metropole, role: 'administrator' }]);
const PHONE = '+33644444444';

async function contactNameOf(id: string): Promise<string | null> {
  const { rows } = await town.platform.db.pool.query(
    'SELECT contact_name FROM service_request WHERE id = $1',
    [id],
  );
  return rows[0].contact_name;
}

it('leaves whoever shares a number or an address, when what is theirs is chosen', async () => {
  const her = await town.request({ contact: readContact({ name: 'Jeanne Abadie', phone: PHONE }) });
  const him = await town.request({ contact: readContact({ name: 'Luc Abadie', phone: PHONE }) });
  await town.resident.send('POST', `/api/v1/public/service-requests/${him.id}/followers`, {
    address: 'foyer@exemple.fr',
  });
  const admin = await administrator();
  const about = { phones: [PHONE], emails: ['foyer@exemple.fr'] };
  const read = (await admin.send('POST', api('subjects/read'), about)).json();
  expect(read.counts).toMatchObject({ 'service-requests': 2, following: 1 });
  const chosen = { ...about, itemIds: [her.id], reason: 'Courrier 1' };
  const exported = await admin.send('POST', api('subjects/export'), chosen);
  expect(exported.body).toContain('Jeanne Abadie');
  expect(exported.body).not.toContain('Luc Abadie');
  const erased = await admin.send('POST', api('subjects/erase'), chosen);
  expect(erased.json().counts).toMatchObject({
    'service-requests.requests': 1,
    'following.followers': 0,
  });
  expect(await contactNameOf(her.id)).toBeNull();
  expect(await contactNameOf(him.id)).toBe('Luc Abadie');
  const none = { ...about, itemIds: [], reason: 'Courrier 1' };
  expect(
    (await admin.send('POST', api('subjects/read'), { ...about, itemIds: [] })).json(),
  ).toEqual(
    expect.objectContaining({ counts: expect.objectContaining({ 'service-requests': 0 }) }),
  );
  await admin.send('POST', api('subjects/erase'), none);
  expect(await contactNameOf(him.id)).toBe('Luc Abadie');
});

it('answers for all the addresses and numbers of one person in one act', async () => {
  const told = async (contact: object) =>
    (await town.request({ contact: readContact(contact) })).id;
  const theirs = [
    await told({ name: 'Ana Lopes', email: 'ana@exemple.fr' }),
    await told({ name: 'A. Lopes', email: 'lopes@travail.exemple' }),
    await told({ name: 'Mme Lopes', phone: '06 98 76 54 32' }),
    await told({ name: 'Ana Lopes', postalAddress: '4 rue Haute\n99100 OUESTVILLE' }),
  ];
  const other = await told({ name: 'Ana Lopès', email: 'autre.ana@exemple.fr' });
  const admin = await administrator();
  const about = {
    emails: ['ANA@exemple.fr', 'lopes@travail.exemple', 'ana@exemple.fr '],
    phones: ['06 98 76 54 32'],
    requestIds: theirs.slice(-1),
    reason: 'Courrier 8',
  };
  const exported = (await admin.send('POST', api('subjects/export'), about)).json();
  const given = exported.data['service-requests'] as { id: string }[];
  expect(given.map(({ id }) => id).toSorted()).toEqual(theirs.toSorted());
  const erased = (await admin.send('POST', api('subjects/erase'), about)).json();
  expect(erased.counts['service-requests.requests']).toBe(4);
  for (const id of theirs) expect(await contactNameOf(id)).toBeNull();
  expect(await contactNameOf(other)).toBe('Ana Lopès');
  // Told once, with a mark of each address and none of them in clear.
  const { rows } = await town.platform.db.pool.query(
    `SELECT data->'subject' AS subject FROM event WHERE type = 'privacy.subject-erased'`,
  );
  const mark = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(rows).toEqual([{ subject: { emails: [mark, mark], phones: [mark], requests: [mark] } }]);
});

it('writes no more to whoever was erased while a message waited', async () => {
  const contact = readContact({ name: 'Odile Attente', email: 'odile.attente@exemple.fr' });
  const request = await town.request({ contact });
  const admin = await administrator();
  const about = { emails: ['odile.attente@exemple.fr'], reason: 'Courrier 2' };
  expect((await admin.send('POST', api('subjects/erase'), about)).statusCode).toBe(200);
  await town.drainJobs();
  expect(received).toEqual([]);
  expect(await columnsHolding(town, ['odile.attente', 'Attente'])).toEqual([]);
  const { rows } = await town.platform.db.pool.query(
    `SELECT count(*)::int AS stuck FROM message WHERE service_request_id = $1 AND status = 'queued'`,
    [request.id],
  );
  expect(rows[0].stuck).toBe(0);
});

it('gives the photos of a person, and takes their bytes away with them', async () => {
  const uploaded = await upload();
  const { id: photoId } = uploaded.json();
  const { rows: services } = await town.platform.db.pool.query('SELECT code FROM service LIMIT 1');
  const submitted = await town.resident.send('POST', '/api/v1/service-requests', {
    serviceCode: services[0].code,
    description: 'Voir la photo',
    point: { lat: 43.65, long: 3.85 },
    photoIds: [photoId],
    contact: { name: 'Photographe', email: 'photo@exemple.fr' },
  });
  expect(submitted.statusCode).toBe(201);
  await town.drainJobs();
  const admin = await administrator();
  const about = { emails: ['photo@exemple.fr'], reason: 'Courrier 3' };
  const exported = (await admin.send('POST', api('subjects/export'), about)).json();
  expect(exported.data['service-requests'][0].photos).toEqual([photoId]);
  expect((await admin.get(`/api/v1/files/${photoId}?size=full`)).statusCode).toBe(200);

  const erased = (await admin.send('POST', api('subjects/erase'), about)).json();
  expect(erased.counts['service-requests.photos']).toBe(1);
  town.clock.advance(4 * 24 * 60 * 60_000);
  await town.platform.db.transaction((tx) => town.platform.events.later(tx, 'tidy-up', {}));
  await town.drainJobs();
  const again = await administrator();
  expect((await again.get(`/api/v1/files/${photoId}?size=full`)).statusCode).toBe(404);
});

it('finds the scanned letter of a person who gave neither address nor number', async () => {
  const { west } = town.organizations;
  const desk = await town.login([{ organizationId: west, role: 'desk' }]);
  const key = randomUUID();
  const scan = await desk.send(
    'POST',
    `/api/v1/intake/letters/scans?key=${key}`,
    form(Buffer.from('%PDF-1.7 lettre'), 'lettre.pdf'),
    formType,
  );
  expect(scan.statusCode).toBe(201);
  const sender = { name: 'Simone Roux', postalAddress: '3 place du Marché' };
  const letter = { key, summary: 'Demande un banc à Simone', sender, postmark: '2020-01-03' };
  expect((await desk.send('POST', '/api/v1/intake/letters', letter)).statusCode).toBe(201);
  await town.drainJobs();
  const admin = await administrator();
  const found = await admin.send('POST', api('subjects/search'), { words: 'simone' });
  const [{ requestIds }] = found.json().items;
  const about = { requestIds, reason: 'Courrier 4' };
  const { counts } = (await admin.send('POST', api('subjects/export'), about)).json();
  expect(counts).toMatchObject({ intake: 1, 'service-requests': 1 });
  await admin.send('POST', api('subjects/erase'), about);
  expect(await columnsHolding(town, ['Simone', 'place du March', 'lettre.pdf'])).toEqual([]);
  const again = await admin.send('POST', api('subjects/erase'), about);
  expect(Object.values(again.json().counts).every((count) => count === 0)).toBe(true);
});

it('forgets what another service wrote of a request, on demand and in time', async () => {
  const contact = readContact({ name: 'Rémi Ailleurs', email: 'remi@exemple.fr' });
  const [asked, old] = [await town.request({ contact }), await town.request()];
  const { pool } = town.platform.db;
  await pool.query(
    `INSERT INTO open311_server (territory_id, organization_id, url, api_key, services, enabled, version)
     VALUES ($1, $2, 'https://voisin.example/v2', '', '{}', false, 1)`,
    [town.territoryId, town.organizations.west],
  );
  for (const { id } of [asked, old]) {
    await pool.query(
      `INSERT INTO open311_relay (territory_id, id, service_request_id, organization_id, status,
         their_id, their_notes, attempts, created_at)
       VALUES ($1, $2, $3, $4, 'closed', 'A-1', 'Vu avec Rémi Ailleurs', 1, $5)`,
      [town.territoryId, randomUUID(), id, town.organizations.west, town.clock.now()],
    );
  }
  const admin = await administrator();
  const about = { emails: ['remi@exemple.fr'], reason: 'Courrier 5' };
  const exported = await admin.send('POST', api('subjects/export'), about);
  expect(exported.json().data['open311-client']).toMatchObject([
    { theirNotes: 'Vu avec Rémi Ailleurs' },
  ]);
  await admin.send('POST', api('subjects/erase'), about);
  const notes = async () =>
    (await pool.query('SELECT their_notes FROM open311_relay ORDER BY their_notes')).rows.map(
      (row) => row.their_notes,
    );
  expect(await notes()).toEqual(['Vu avec Rémi Ailleurs', null]);

  const expire = async () => {
    await town.platform.db.transaction((tx) =>
      town.platform.events.later(tx, 'privacy/expire', {}),
    );
    await town.drainJobs();
    const { rows } = await pool.query(
      `SELECT count(*)::int AS told FROM event
        WHERE type = 'privacy.expired' AND data->>'code' = 'open311-client'`,
    );
    return rows[0].told;
  };
  expect(await expire()).toBe(0);
  town.clock.advance(1096 * 24 * 60 * 60_000);
  expect(await expire()).toBe(1);
  expect(await notes()).toEqual([null, null]);
  expect(await expire()).toBe(1);
});

it('refuses periods for what has none, and items that are no identifiers', async () => {
  const admin = await administrator();
  const { version } = (await admin.get(api('register'))).json();
  const put = (retention: Record<string, number>, match?: string) =>
    admin.send('PUT', api('retention'), { retention }, match ? { 'if-match': match } : {});
  expect((await put({ accounts: 400 }, `"${version}"`)).statusCode).toBe(422);
  expect((await put({ rien: 400 }, `"${version}"`)).statusCode).toBe(422);
  expect((await put({ intake: 400 })).statusCode).toBe(428);
  expect((await put({ intake: 0 }, `"${version}"`)).statusCode).toBe(400);
  const wrong = { phones: [PHONE], itemIds: ['tout'] };
  expect((await admin.send('POST', api('subjects/read'), wrong)).statusCode).toBe(400);
  const nobody = { itemIds: [randomUUID()] };
  expect((await admin.send('POST', api('subjects/read'), nobody)).statusCode).toBe(422);
});

it('gives the register as a table and as a document, to administrators alone', async () => {
  const admin = await administrator();
  const csv = await admin.get(api('register.csv'));
  expect(csv.headers['content-disposition']).toContain('registre-des-traitements.csv');
  const rows = parse(csv.body, { delimiter: ';', bom: true, columns: true }) as object[];
  expect(rows).toHaveLength(personalData.length);
  expect(rows).toContainEqual(
    expect.objectContaining({
      Traitement: 'Demandes des habitants',
      'Durée de conservation': '365 jours après la clôture de la demande',
    }),
  );
  const pdf = await admin.get(api('register.pdf'));
  const document = await getDocument({ data: new Uint8Array(pdf.rawPayload), verbosity: 0 })
    .promise;
  let words = '';
  expect(document.numPages).toBeGreaterThan(1);
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    expect(text).toContain(`${page} / ${document.numPages}`);
    words += text;
  }
  for (const { declaration } of personalData) expect(words).toContain(declaration.name);
  expect(words).toContain('Territoire d’essai');
  const desk = await town.login([{ organizationId: town.organizations.west, role: 'desk' }]);
  expect((await desk.get(api('register.pdf'))).statusCode).toBe(403);
  expect((await town.resident.get(api('register.csv'))).statusCode).toBe(401);
});

const BOUNDARY = 'coupe';
const formType = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
const form = (content: Buffer, name: string) =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);

async function upload() {
  const create = { width: 64, height: 48, channels: 3, background: 'red' } as const;
  const picture = await sharp({ create }).jpeg().toBuffer();
  return town.resident.send('POST', '/api/v1/files', form(picture, 'photo.jpg'), formType);
}
