import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../test/catalogue-of-test.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/platform.ts';
import { foundTestTerritory, type TestTerritory } from '../../../test/territory.ts';
import { importCatalogue } from '../../modules/service-requests/index.ts';
import { systemActor } from '../../platform/acts/index.ts';
import { importRequestsFile } from './import-requests.ts';
import { readMapping } from './mapping.ts';
import { fromLambert93, fromLv95 } from './projections.ts';
import { readDate } from './read-date.ts';

let test: TestPlatform;
let organizations: TestTerritory;
let folder: string;

beforeAll(async () => {
  test = await createTestPlatform();
  organizations = await foundTestTerritory(test);
  await importCatalogue(test.platform, test.act(systemActor('test')), { services: CATALOGUE });
  folder = await mkdtemp(path.join(tmpdir(), 'cantonnier-import-'));
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

const write = async (name: string, content: string | Buffer) => {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
};
const stored = async (references: string) => {
  const { rows } = await test.platform.db.pool.query(
    'SELECT * FROM service_request WHERE external_reference LIKE $1 ORDER BY external_reference',
    [references],
  );
  return rows;
};
const open311 = (id: string, more: object = {}) => ({
  service_request_id: id,
  status: 'closed',
  status_notes: 'Réparé {oui}',
  service_code: 'lampadaire',
  description: 'Éteint "encore" \\ }{',
  requested_datetime: '2026-01-05T10:00:00+01:00',
  updated_datetime: '2026-01-07T10:00:00+01:00',
  address: '12 rue des Lilas',
  lat: 43.63,
  long: 3.83,
  ...more,
});

describe('Open311 JSON', () => {
  const array = [
    open311('a1'),
    open311('a2', { status: 'open', lat: null, long: null }),
    open311('a3', { service_code: 'rien' }),
    open311('a4', { lat: 48.85, long: 2.35 }),
    open311('a5', { requested_datetime: 'hier' }),
    open311('a6', { updated_datetime: '2025-01-01T00:00:00Z' }),
  ];

  it.each<[string, () => string | Buffer]>([
    ['array.json', () => JSON.stringify(array, null, 2)],
    ['lines.ndjson', () => array.map((one) => JSON.stringify(one)).join('\n')],
    ['packed.json.gz', () => gzipSync(JSON.stringify(array))],
  ])('%s is taken in, what is wrong is told with its line', async (name, content) => {
    const source = name.split('.')[0];
    const file = await write(name, content());
    const mapping = await write(`${name}.mapping`, JSON.stringify({ source }));
    const done = await importRequestsFile(test.platform, file, { mapping });
    expect(done).toContain('6 lignes lues, 2 demandes importées, 0 déjà connue, 4 refusées');
    const [first, second] = await stored(`${source}:%`);
    expect(first).toMatchObject({
      status: 'answered',
      description: 'Éteint "encore" \\ }{',
      organization_id: organizations.west,
      commune_name: 'Ouestville',
      received_at: new Date('2026-01-05T09:00:00Z'),
      closed_at: new Date('2026-01-07T09:00:00Z'),
    });
    expect(second).toMatchObject({ status: 'received', point: null });
    const report = await readFile(`${file}.refusees.csv`, 'utf8');
    for (const reason of [
      'prestation inconnue',
      'hors du territoire',
      'date illisible',
      'close avant',
    ]) {
      expect(report).toContain(reason);
    }
    // Again: nothing twice.
    const again = await importRequestsFile(test.platform, file, { mapping });
    expect(again).toContain('0 demande importée, 2 déjà connues, 4 refusées');
    expect(await stored(`${source}:%`)).toHaveLength(2);
  });

  it('bears what is no JSON', async () => {
    const file = await write('bad.json', '[{"a":}, {"service_request_id":"z1"}, {"cut": "…');
    const done = await importRequestsFile(test.platform, file, {});
    expect(done).toContain('3 lignes lues, 0 demande importée, 0 déjà connue, 3 refusées');
  });
});

describe('CSV with a mapping', () => {
  const mapping = {
    delimiter: ';',
    encoding: 'windows-1252',
    source: 'ancien',
    reference: { columns: ['an', 'numero'], join: '-' },
    service: { column: 'motif', values: { Éclairage: 'lampadaire', Chaussée: 'nid-de-poule' } },
    description: { columns: ['objet', 'detail'], join: ' : ' },
    address: { column: 'adresse' },
    organization: { column: 'commune' },
    channel: { column: 'origine', values: { Tél: 'phone' }, otherwise: 'web' },
    status: { column: 'etat', values: { Clos: 'done' }, otherwise: 'received' },
    place: { x: 'x', y: 'y', system: 'lambert-93' },
    receivedAt: { column: 'date', format: 'dd/MM/yyyy HH:mm' },
    closedAt: { column: 'fin', format: 'dd/MM/yyyy HH:mm' },
    outside: 'keep',
  };

  it('reads columns, values, dates, places and encodings as it says', async () => {
    const lines = [
      'an;numero;motif;objet;detail;adresse;commune;origine;etat;x;y;date;fin',
      '2025;7;Éclairage;Panne;"Trois ""lampes""; toutes\néteintes";1 rue Zola;Ouestville;Tél;Clos;770000;6280000;31/12/2025 23:30;02/01/2026 08:00',
      '2025;8;Chaussée;Trou;;2 rue Zola;99002;Mail;En cours;;;5/1/2026 9:05;',
      '2025;9;Chaussée;Trou;;2 rue Zola;Ailleurs;Mail;En cours;;;05/01/2026 09:05;',
      '2025;10;Chaussée',
    ];
    const file = await write('anciennes.csv', Buffer.from(lines.join('\n'), 'latin1'));
    const mappingFile = await write('mapping.json', JSON.stringify(mapping));
    const done = await importRequestsFile(test.platform, file, { mapping: mappingFile });
    expect(done).toContain('2 demandes importées');
    const [first, second] = await stored('ancien:%');
    expect(first).toMatchObject({
      external_reference: 'ancien:2025-7',
      service_code: 'lampadaire',
      description: 'Panne : Trois "lampes"; toutes\néteintes',
      channel: 'phone',
      status: 'done',
      organization_id: organizations.west,
      received_at: new Date('2025-12-31T22:30:00Z'),
    });
    expect(first.point.y).toBeCloseTo(43.61, 1);
    expect(second).toMatchObject({
      organization_id: organizations.east,
      channel: 'web',
      status: 'received',
      received_at: new Date('2026-01-05T08:05:00Z'),
    });
    const report = await readFile(`${file}.refusees.csv`, 'utf8');
    expect(report).toMatch(/organisme inconnu, « Ailleurs »/);
    expect(report).toMatch(/^ligne;raison\n/);
  });

  it('says what is wrong with the mapping, the encoding, the file', async () => {
    const file = await write('utf8.csv', Buffer.from([0x61, 0x0a, 0xe9, 0x0a]));
    const m = await write('m.json', JSON.stringify({ reference: { column: 'a' } }));
    await expect(importRequestsFile(test.platform, file, { mapping: m })).rejects.toThrow(
      'encodage',
    );
    await expect(importRequestsFile(test.platform, file, {})).rejects.toThrow('--mapping');
    await expect(
      importRequestsFile(test.platform, path.join(folder, 'rien.json'), {}),
    ).rejects.toThrow('existe-t-il');
    expect(() => readMapping('{')).toThrow('bien formé');
    expect(() => readMapping('{"couleur":1}')).toThrow('à corriger');
    expect(() => readMapping('{"status":{"constant":"fini"}}')).toThrow('« fini »');
    expect(() => readMapping('{"receivedAt":{"column":"a","timeZone":"Lune"}}')).toThrow('Lune');
  });
});

describe('a large file', () => {
  const COUNT = 12_000;

  it('that is cut by kill -9 goes on where it was, and nothing is there twice', async () => {
    const lines = Array.from({ length: COUNT }, (_, index) =>
      JSON.stringify(open311(`gros-${index}`, index % 1_000 === 7 ? { service_code: 'x' } : {})),
    );
    const file = await write('gros.ndjson', lines.join('\n'));
    const run = (killAfter?: number) =>
      new Promise<{ output: string; code: number | null }>((done) => {
        const child = spawn(process.execPath, ['server/src/main.ts', 'import', 'requests', file], {
          env: {
            PATH: process.env.PATH,
            DATABASE_URL: test.platform.db.url,
            CANTONNIER_VAR: test.platform.config.varDir,
            LOG_LEVEL: 'silent',
          },
        });
        let output = '';
        let batches = 0;
        for (const stream of [child.stdout, child.stderr]) {
          stream.setEncoding('utf8').on('data', (text: string) => {
            output += text;
            batches += text.match(/lignes\/s/g)?.length ?? 0;
            if (killAfter !== undefined && batches >= killAfter) child.kill('SIGKILL');
          });
        }
        child.on('close', (code) => done({ output, code }));
      });
    expect((await run(2)).code).toBeNull();
    const after = await stored('gros-%');
    expect(after.length).toBeGreaterThan(0);
    expect(after.length).toBeLessThan(COUNT);
    const { output, code } = await run();
    expect(code, output).toBe(0);
    expect(output).toContain('Reprise après');
    expect(await stored('gros-%')).toHaveLength(COUNT - 12);
    const report = (await readFile(`${file}.refusees.csv`, 'utf8')).trim().split('\n');
    expect(report).toHaveLength(12 + 1);
    expect(new Set(report).size).toBe(13);
  }, 60_000);
});

describe('coordinates and dates', () => {
  it('Lambert-93 (IGN’s own example, NTG 71 ALG0004 on RGF93)', () => {
    // The Eiffel tower: 648 237.3 E, 6 862 271.7 N.
    const { lat, long } = fromLambert93(648_237.3, 6_862_271.7);
    expect(lat).toBeCloseTo(48.8584, 3);
    expect(long).toBeCloseTo(2.2945, 3);
    expect(fromLambert93(700_000, 6_600_000).long).toBeCloseTo(3, 9);
    expect(fromLambert93(700_000, 6_600_000).lat).toBeCloseTo(46.5, 6);
  });

  it('LV95 (swisstopo’s example: 2 700 000, 1 100 000)', () => {
    const { lat, long } = fromLv95(2_700_000, 1_100_000);
    expect(lat).toBeCloseTo(46.04413, 4);
    expect(long).toBeCloseTo(8.730497, 4);
  });

  it.each([
    ['2026-07-01', undefined, '2026-06-30T22:00:00.000Z'],
    ['2026-07-01T10:00:00Z', undefined, '2026-07-01T10:00:00.000Z'],
    ['2026-07-01 10:00', undefined, '2026-07-01T08:00:00.000Z'],
    ['07/01/2026 02:05:09 PM', 'MM/dd/yyyy hh:mm:ss a', '2026-07-01T12:05:09.000Z'],
    ['31/02/2026', 'dd/MM/yyyy', undefined],
    ['demain', undefined, undefined],
  ])('%s as %s', (text, format, wanted) => {
    expect(readDate(text, format === undefined ? {} : { format })?.toISOString()).toBe(wanted);
  });
});
