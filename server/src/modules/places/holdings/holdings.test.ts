import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../../../test/app.ts';
import { foundTestTerritory, type TestTerritory } from '../../../../test/territory.ts';
import { makeTown } from '../../../../test/town.ts';
import { systemActor } from '../../../platform/acts/index.ts';
import { eventsOf } from '../../../platform/events/index.ts';
import { importPlaces, locate } from '../index.ts';

let test: TestApp;
let ids: TestTerritory;
let admin: Caller;
beforeAll(async () => {
  test = await createTestApp();
  ids = await foundTestTerritory(test);
  // The third street of the town is drawn by nobody: only its doors are known.
  const { features, ...town } = makeTown(3, 4);
  const drawn = features.filter(({ name }) => name !== STREETS.doors);
  await importPlaces(test.platform, test.act(systemActor('test')), { ...town, features: drawn });
  admin = await test.login([{ organizationId: ids.metropole, role: 'administrator' }]);
});
afterAll(() => test?.close());

const STREETS = {
  departmental: 'rue des Fontaine',
  communal: 'avenue du Église',
  doors: 'boulevard de la Moulin',
};
const AT = {
  departmental: { lat: 43.60203, long: 3.8028 },
  communal: { lat: 43.60293, long: 3.8028 },
  doors: { lat: 43.6038, long: 3.802 },
};
const at = (point: { lat: number; long: number }) =>
  locate(test.platform, test.platform.db.read, test.territoryId, point);

const send = (content: string | Buffer, who = admin, to = 'import') => {
  const head = '--coupe\r\nContent-Disposition: form-data; name="file"; filename="f.csv"\r\n\r\n';
  const payload = Buffer.concat([
    Buffer.from(head),
    Buffer.from(content),
    Buffer.from('\r\n--coupe--\r\n'),
  ]);
  return who.send('POST', `/api/v1/holdings/${to}`, payload, {
    'content-type': 'multipart/form-data; boundary=coupe',
  });
};
const table = (...rows: string[]) =>
  ['commune;voie;classe;numero;proprietaire', ...rows].join('\n');
const list = async (q = '') =>
  (await admin.get(`/api/v1/holdings?q=${encodeURIComponent(q)}`)).json().items;
const facts = { roadClass: null, roadNumber: null, builtUp: null, ownerCode: null };

it('imports what a table says of streets, and every place there says so', async () => {
  expect(await at(AT.departmental)).toMatchObject({ roadClass: 'departmental', roadNumber: 'D 0' });
  expect(await at(AT.doors)).toMatchObject({ street: STREETS.doors, roadClass: null });
  const file = table(
    `99001;${STREETS.departmental};communale;;Ouestville`,
    `99001;${STREETS.doors};;;Département d’essai`,
  );
  const counts = { streets: 2, assets: 0, changed: 0, removed: 0, kept: 0 };
  expect((await send(file)).json()).toEqual({ ...counts, added: 2 });
  // Declassed: the number that the map knows is no longer its own.
  expect(await at(AT.departmental)).toMatchObject({
    roadClass: 'communal',
    roadNumber: null,
    builtUp: true,
    ownerCode: '99001',
  });
  expect(await at(AT.doors)).toMatchObject({ roadClass: null, ownerCode: '99' });
  expect(await at(AT.communal)).toMatchObject({ roadClass: 'communal', ownerCode: null });
  expect((await send(file)).json()).toEqual({ ...counts, added: 0 });
  const [event] = await eventsOf(test.platform.db.read, test.territoryId, [test.territoryId]).then(
    (all) => all.filter(({ type }) => type === 'places.holdings-imported'),
  );
  expect(event?.data).toMatchObject({ communeCodes: ['99001'], added: 2 });
});

it('tells what a file would take away, change and add, and changes nothing', async () => {
  const before = await list();
  const trial = await send(
    table(
      `99001;${STREETS.communal};départementale;D 3;`,
      `99001;${STREETS.departmental};privée;;`,
    ),
    admin,
    'preview',
  );
  expect(trial.json()).toMatchObject({
    streets: 2,
    added: 1,
    changed: 1,
    removed: 1,
    kept: 0,
    communeNames: ['Ouestville'],
    others: 0,
    changes: [
      { name: STREETS.doors, before: { ownerName: 'Département d’essai' }, after: null },
      {
        name: STREETS.departmental,
        before: { roadClass: 'communal', ownerName: 'Ouestville' },
        after: { roadClass: 'private', ownerName: null },
      },
      { name: STREETS.communal, before: null, after: { roadNumber: 'D 3' } },
    ],
  });
  expect(await list()).toEqual(before);
  const faulty = await send(table('99001;rue Perdue;privée;;'), admin, 'preview');
  expect(faulty.json().lines).toHaveLength(1);
});

it('refuses a file with one fault whole, with its line and reason', async () => {
  const before = await list();
  const refused = await send(
    table(`99001;${STREETS.communal};communale;;`, '99001;rue Perdue;privée;;'),
  );
  expect(refused.statusCode).toBe(422);
  expect(refused.json()).toMatchObject({
    type: expect.stringMatching(/holdings-refused$/),
    lines: [{ line: 3, reason: expect.stringContaining('« rue Perdue » n’est pas connue') }],
  });
  const latin = await send(Buffer.from(table(`99001;${STREETS.communal};privée;;`), 'latin1'));
  expect(latin.json().detail).toContain('CSV UTF-8');
  expect(await list()).toEqual(before);
});

it('is corrected by hand, seen by its author, and kept by the next file', async () => {
  const [holding] = await list('fontaine');
  expect(holding).toMatchObject({
    name: STREETS.departmental,
    communeName: 'Ouestville',
    ownerName: 'Ouestville',
    placed: false,
    corrected: false,
    version: 1,
  });
  const correct = (version: number, more: object = {}) =>
    admin.send(
      'POST',
      `/api/v1/holdings/${holding.id}/correct`,
      { facts: { ...facts, roadClass: 'departmental', ...more }, why: 'erreur du fichier' },
      { 'if-match': `"${version}"` },
    );
  expect((await correct(1, { ownerCode: 'personne' })).json().type).toMatch(/unknown-owner$/);
  expect((await correct(1)).json()).toEqual({ id: holding.id, version: 2 });
  expect((await correct(1)).statusCode).toBe(412);
  // As on the map: its number comes back with its class.
  expect(await at(AT.departmental)).toMatchObject({ roadClass: 'departmental', roadNumber: 'D 0' });
  const [event] = await eventsOf(test.platform.db.read, test.territoryId, [holding.id]);
  expect(event).toMatchObject({
    type: 'places.holding-corrected',
    reason: 'erreur du fichier',
    data: { before: { roadClass: 'communal' }, after: { roadClass: 'departmental' } },
  });

  const next = await send(table(`99001;${STREETS.departmental};privée;;`));
  expect(next.json()).toMatchObject({ added: 0, changed: 0, removed: 1, kept: 1 });
  expect(await at(AT.departmental)).toMatchObject({ roadClass: 'departmental' });

  const remove = await admin.send(
    'POST',
    `/api/v1/holdings/${holding.id}/remove`,
    { why: 'le fichier est juste' },
    { 'if-match': '"2"' },
  );
  expect(remove.json()).toEqual({ id: holding.id, version: 2 });
  expect((await send(table(`99001;${STREETS.departmental};privée;;`))).json().added).toBe(1);
  expect(await at(AT.departmental)).toMatchObject({ roadClass: 'private' });
});

it('adds a street or a park of the gazetteer by hand, once', async () => {
  const areaOf = async (q: string) =>
    (await admin.get(`/api/v1/places/areas?q=${encodeURIComponent(q)}`)).json().items[0];
  const add = async (q: string, ownerCode: string) => {
    const { kind, id } = await areaOf(q);
    const body = { area: { kind, id }, facts: { ...facts, ownerCode }, why: 'acte de vente' };
    return admin.send('POST', '/api/v1/holdings', body);
  };
  expect((await add(STREETS.communal, 'Métropole d’essai')).statusCode).toBe(201);
  expect((await add(STREETS.communal, 'État')).json().type).toMatch(/holding-exists$/);
  expect(await at(AT.communal)).toMatchObject({ ownerCode: '990000001', roadClass: 'communal' });
  expect((await add('Parc du Lavoir', 'Privé')).statusCode).toBe(201);
  expect(await at({ lat: 43.607, long: 3.832 })).toMatchObject({
    ownerCode: 'Privé',
    placeNames: ['Parc du Lavoir'],
  });
});

it('follows the lines and the assets of GeoJSON, and decides by them', async () => {
  const feature = (properties: object, type: string, coordinates: unknown) => ({
    type: 'Feature',
    properties,
    geometry: { type, coordinates },
  });
  const sport = [3.85, 43.65];
  const file = {
    type: 'FeatureCollection',
    features: [
      // The western half only, under its own name, and a road that no map has.
      feature({ nom: STREETS.communal, classe: 'départementale', numero: 'D 7' }, 'LineString', [
        [3.802, 43.6029],
        [3.803, 43.60295],
      ]),
      feature({ numero: 'N 9', classe: 'nationale', agglomeration: 'non' }, 'LineString', [
        [3.88, 43.68],
        [3.881, 43.68],
      ]),
      feature({ equipement: 'Armoire 4', proprietaire: 'Département d’essai' }, 'Point', sport),
    ],
  };
  expect((await send(JSON.stringify(file))).json()).toMatchObject({ streets: 2, assets: 1 });
  expect(await at(AT.communal)).toMatchObject({
    street: STREETS.communal,
    roadClass: 'departmental',
    roadNumber: 'D 7',
  });
  // Only a known street of the same name, where the line ends far from here.
  expect(await at({ lat: 43.6029, long: 3.8044 })).toMatchObject({ roadClass: 'communal' });
  expect(await at({ lat: 43.68, long: 3.8805 })).toMatchObject({ street: 'N 9', builtUp: false });
  expect(await at({ lat: 43.65003, long: 3.85 })).toMatchObject({
    ownerCode: '99',
    placeNames: ['Armoire 4'],
  });
  expect(await at({ lat: 43.6503, long: 3.85 })).toMatchObject({ ownerCode: null });
  const asked = await admin.get(
    `/api/v1/competence/explain?serviceCode=x&lat=${AT.communal.lat}&long=${AT.communal.long}`,
  );
  expect(asked.json().place).toMatchObject({ roadClass: 'departmental', roadNumber: 'D 7' });
});

it('is for administrators of the communes that the file names', async () => {
  const [east, director] = [
    await test.login([{ organizationId: ids.east, role: 'administrator' }]),
    await test.login([{ organizationId: ids.west, role: 'director' }]),
  ];
  const file = table(`99001;${STREETS.communal};communale;;`);
  expect((await send(file, test.resident)).statusCode).toBe(401);
  expect((await send(file, director)).statusCode).toBe(403);
  expect((await send(file, east)).statusCode).toBe(403);
  expect((await send(file, east, 'preview')).statusCode).toBe(403);
  expect((await admin.send('POST', '/api/v1/holdings/import', {})).statusCode).toBe(415);
  expect((await director.get('/api/v1/holdings')).statusCode).toBe(200);
  const page = (await admin.get('/api/v1/holdings?limit=1')).json();
  const next = (await admin.get(`/api/v1/holdings?limit=1&cursor=${page.nextCursor}`)).json();
  expect(page.items[0].id).not.toBe(next.items[0].id);
});
