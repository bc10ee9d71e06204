import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../../test/app.ts';
import { foundTestTerritory } from '../../../test/territory.ts';
import { ANONYMOUS, systemActor } from '../../platform/acts/index.ts';
import { distanceMetres } from '../../platform/geo/index.ts';
import { writeExtract } from './extract.fixture.ts';
import { importStreets, type TravelTable, travelTimes } from './index.ts';
import { readExtract } from './osm/read-extract.ts';

let test: TestApp;
let dispatcher: Caller;
let folder: string;
beforeAll(async () => {
  // The OSRM server below lives on this machine.
  test = await createTestApp({ config: { outboundNetworks: ['127.0.0.0/8'] } });
  const { metropole } = await foundTestTerritory(test);
  dispatcher = await test.login([{ organizationId: metropole, role: 'dispatcher' }]);
  folder = await mkdtemp(path.join(tmpdir(), 'cantonnier-test-'));
});
afterAll(async () => {
  await test?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** A block of about a kilometre a side; the street below carries a sign. */
const CORNERS = [
  { lat: 43.65, long: 3.82 },
  { lat: 43.65, long: 3.83 },
  { lat: 43.66, long: 3.82 },
  { lat: 43.66, long: 3.83 },
] as const;
const STREETS = [
  { tags: { highway: 'residential', maxspeed: '30', maxweight: '3.5' }, points: [0, 1] },
  { tags: { highway: 'residential', maxspeed: '30' }, points: [1, 3, 2, 0] },
];
const [WEST, EAST] = CORNERS;
const shortWay = distanceMetres(WEST, EAST) / (21 / 3.6);

let files = 0;
async function bring(bytes: Uint8Array, actor = systemActor('test')) {
  const file = path.join(folder, `${++files}.osm.pbf`);
  await writeFile(file, bytes);
  return importStreets(test.platform, test.act(actor), file, { source: 'essai.osm.pbf' });
}
const ask = async (body: object) =>
  (await dispatcher.send('POST', '/api/v1/travel-times', body)).json();

it('counts as the crow flies, longer and slower, where no street is known', async () => {
  const { source, seconds, metres } = await ask({ places: [WEST, EAST] });
  expect(source).toBe('great-circle');
  expect(metres[0][1]).toBe(Math.round(1.35 * distanceMetres(WEST, EAST)));
  expect(seconds).toEqual([
    [0, seconds[0][1]],
    [seconds[0][1], 0],
  ]);
});

describe('with the streets of an extract', () => {
  it('drives along them, each vehicle where signs let it pass', async () => {
    const counts = await bring(writeExtract(CORNERS, STREETS));
    expect(counts).toEqual({ junctions: 2, segments: 2, kilometres: 4 });
    const { source, seconds } = await ask({ places: [WEST, EAST] });
    expect(source).toBe('streets');
    expect(seconds[0][1]).toBe(Math.round(shortWay));
    const truck = await ask({ places: [WEST, EAST], vehicle: 'truck' });
    expect(truck.seconds[0][1]).toBeGreaterThan(2 * shortWay);
  });

  it('drives on the newest that were imported', async () => {
    const slow = STREETS.map(({ tags, points }) => ({
      tags: { ...tags, highway: 'living_street', maxspeed: '20' },
      points,
    }));
    await bring(writeExtract(CORNERS, slow));
    const { seconds } = await ask({ places: [WEST, EAST] });
    expect(seconds[0][1]).toBe(Math.round((shortWay * 21) / 14));
  });

  it.each([
    ['nothing', 'no-street-here', () => Buffer.alloc(0)],
    ['a text', 'streets-unreadable', () => Buffer.from('<osm version="0.6"></osm>')],
    ['a cut file', 'streets-unreadable', () => writeExtract(CORNERS, STREETS).subarray(0, -9)],
    [
      'a block that swells beyond its limit',
      'streets-unreadable',
      () => writeExtract([], [], { data: deflateSync(Buffer.alloc(33 * 1024 * 1024)) }),
    ],
    [
      'a damaged block',
      'streets-unreadable',
      () => writeExtract([], [], { data: Buffer.from('no zlib') }),
    ],
    [
      'numbers without end',
      'streets-unreadable',
      () => writeExtract([], [], { data: deflateSync(Buffer.alloc(16, 0xff)) }),
    ],
    [
      'a format of the future',
      'streets-unreadable',
      () => writeExtract(CORNERS, STREETS, { features: ['OsmSchema-V0.7'] }),
    ],
    [
      'another town',
      'no-street-here',
      () =>
        writeExtract(
          [
            { lat: 48, long: 2 },
            { lat: 48, long: 2.01 },
          ],
          STREETS.slice(0, 1),
        ),
    ],
  ])('refuses %s, and keeps what it had', async (_name, slug, file) => {
    const { seconds } = await ask({ places: [WEST, EAST] });
    await expect(bring(file())).rejects.toMatchObject({ type: expect.stringContaining(slug) });
    expect((await ask({ places: [WEST, EAST] })).seconds).toEqual(seconds);
  });

  it('is for who administers the territory', async () => {
    const refused = { status: 403 };
    await expect(bring(writeExtract(CORNERS, STREETS), ANONYMOUS)).rejects.toMatchObject(refused);
  });
});

describe('the API', () => {
  it.each([
    { places: [] },
    { places: Array.from({ length: 301 }, () => WEST) },
    { places: [{ lat: 91, long: 0 }] },
    { places: [{ lat: '43', long: null }] },
    { places: [WEST], vehicle: 'bulldozer' },
  ])('refuses %o', async (body) => {
    expect((await dispatcher.send('POST', '/api/v1/travel-times', body)).statusCode).toBe(400);
  });

  it('does not answer strangers', async () => {
    const body = { places: [WEST, EAST] };
    expect((await test.resident.send('POST', '/api/v1/travel-times', body)).statusCode).toBe(401);
  });
});

describe('with an OSRM server', () => {
  const places = Array.from({ length: 120 }, (_, at) => ({ lat: 43.6 + at / 2_000, long: 3.85 }));
  let broken = false;
  const asked: URL[] = [];
  /** Speaks as `osrm-routed` does; one second a metre, and nothing leads to its last place. */
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    asked.push(url);
    const points = (url.pathname.split('/').at(-1) ?? '').split(';').map((pair) => {
      const [long = 0, lat = 0] = pair.split(',').map(Number);
      return { lat, long };
    });
    const chosen = (name: string) =>
      (url.searchParams.get(name) ?? '').split(';').map((at) => points[Number(at)] ?? WEST);
    const distances = chosen('sources').map((from) =>
      chosen('destinations').map((to) =>
        to.lat > 43.6592 ? null : Math.round(distanceMetres(from, to)),
      ),
    );
    response.end(JSON.stringify(broken ? {} : { code: 'Ok', durations: distances, distances }));
  });
  const table = (): Promise<TravelTable> =>
    travelTimes(
      { ...test.platform, config: { ...test.platform.config, osrmUrl } },
      test.territoryId,
      { places, vehicle: 'van' },
    );
  let osrmUrl = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    osrmUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it('asks it in tables that it accepts, and joins them', async () => {
    const { source, seconds } = await table();
    expect(source).toBe('osrm');
    expect(asked).toHaveLength(9);
    const at = (row: number, column: number) => seconds[row * places.length + column];
    expect(at(3, 117)).toBe(Math.round(distanceMetres(WEST, places[117] ?? WEST)) && at(117, 3));
    expect(at(3, 117)).toBeCloseTo(distanceMetres(places[3] ?? WEST, places[117] ?? WEST), -1);
    expect(at(5, 119)).toBe(Infinity);
  });

  it('counts otherwise, and says so, when it answers wrongly or not at all', async () => {
    broken = true;
    expect((await table()).source).toBe('streets');
    server.close();
    expect((await table()).source).toBe('streets');
  });
});

const REAL = path.join(import.meta.dirname, '../../../../../shared/data/geo/osm/monaco.osm.pbf');

it.skipIf(!existsSync(REAL))('reads a real extract (skipped without ../shared)', async () => {
  const { points, streets } = await readExtract(REAL, undefined);
  expect(points.ids.length).toBeGreaterThan(100_000);
  expect(streets.length).toBeGreaterThan(1_000);
  expect(streets.some(({ backward }) => !backward)).toBe(true);
});
