import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import type { LineString } from 'geojson';
import { PbfReader } from 'pbf';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { foundTestTerritory } from '../../../../test/territory.ts';
import { makeTown } from '../../../../test/town.ts';
import { systemActor } from '../../../platform/acts/index.ts';
import { tileAt } from '../../../platform/geo/index.ts';
import { importPlaces } from '../index.ts';
import { fitViewport } from './viewport.ts';

describe('fitViewport', () => {
  it('turns a pixel into the place that is drawn there, and back', () => {
    fc.assert(
      fc.property(
        fc.record({
          west: fc.double({ min: -179, max: 170, noNaN: true }),
          south: fc.double({ min: -80, max: 70, noNaN: true }),
          wide: fc.double({ min: 0.001, max: 9, noNaN: true }),
          high: fc.double({ min: 0.001, max: 9, noNaN: true }),
        }),
        fc.integer({ min: 64, max: 1600 }),
        fc.integer({ min: 64, max: 1600 }),
        ({ west, south, wide, high }, width, height) => {
          const box = { west, south, east: west + wide, north: south + high };
          const view = fitViewport(box, width, height);
          const { lat, long } = view.toPoint(width / 3, height / 5);
          const [x, y] = view.toPixel([long, lat]);
          expect(x).toBeCloseTo(width / 3, 3);
          expect(y).toBeCloseTo(height / 5, 3);
          expect(view.box.west).toBeLessThanOrEqual(west + 1e-9);
          expect(view.box.north).toBeGreaterThanOrEqual(box.north - 1e-9);
        },
      ),
    );
  });
});

describe('the base map', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await foundTestTerritory(test);
    await importPlaces(test.platform, test.act(systemActor('test')), makeTown(1200, 1));
  });
  afterAll(() => test?.close());

  const { z, x, y } = tileAt({ lat: 43.61, long: 3.81 }, 15);
  const get = (path: string, headers = {}) =>
    test.app.inject({ url: `/api/v1/map/${path}`, headers });
  const picture = (more = '') =>
    `picture.svg?bbox=3.805,43.604,3.817,43.612&width=640&height=480${more}`;

  it('serves tiles that a reader of the standard understands', async () => {
    const answer = await get(`tiles/${z}/${x}/${y}.mvt`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/vnd.mapbox-vector-tile');
    const tile = new VectorTile(new PbfReader(answer.rawPayload));
    expect(Object.keys(tile.layers)).toEqual(['boundary', 'building', 'road']);
    const roads = tile.layers.road;
    const names = Array.from(
      { length: roads?.length ?? 0 },
      (_, index) => roads?.feature(index).properties,
    );
    expect(names).toContainEqual(
      expect.objectContaining({ kind: 'street', roadClass: 'departmental', roadNumber: 'D 10' }),
    );
    const line = roads?.feature(0).toGeoJSON(x, y, z).geometry as LineString;
    const [long = 0, lat = 0] = line.coordinates[0] ?? [];
    expect(long).toBeGreaterThan(3.79);
    expect(lat).toBeCloseTo(43.61, 1);
  });

  it('answers 304 to who has it, 204 to an empty place, and 404 to no tile', async () => {
    const { headers } = await get(`tiles/${z}/${x}/${y}.mvt`);
    expect(headers['cache-control']).toContain('public');
    const again = await get(`tiles/${z}/${x}/${y}.mvt`, { 'if-none-match': headers.etag });
    expect(again.statusCode).toBe(304);
    expect((await get(`tiles/15/0/0.mvt`)).statusCode).toBe(204);
    expect((await get(`tiles/2/9/0.mvt`)).statusCode).toBe(404);
    expect((await get(`tiles/-1/0/0.mvt`)).statusCode).toBe(400);
  });

  it('compresses for who accepts it', async () => {
    const plain = await get(`tiles/${z}/${x}/${y}.mvt`);
    const gzip = await get(`tiles/${z}/${x}/${y}.mvt`, { 'accept-encoding': 'gzip' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gzip.rawPayload.length).toBeLessThan(plain.rawPayload.length);
    const refused = await get(`tiles/${z}/${x}/${y}.mvt`, { 'accept-encoding': 'gzip;q=0' });
    expect(refused.headers['content-encoding']).toBeUndefined();
  });

  it('draws another tile after an import', async () => {
    const lamp = tileAt({ lat: 43.6101, long: 3.8101 }, 16);
    const path = `tiles/16/${lamp.x}/${lamp.y}.mvt`;
    const before = await get(path);
    const act = test.act(systemActor('test'));
    await importPlaces(test.platform, act, {
      source: 'lamps',
      addresses: [],
      landmarks: [],
      features: [
        {
          kind: 'lamp',
          reference: 'L-043',
          communeCode: '99001',
          minZoom: 16,
          geometry: { type: 'Point', coordinates: [3.8102, 43.6102] },
        },
      ],
    });
    const after = await get(path);
    expect(after.headers.etag).not.toBe(before.headers.etag);
    const points = new VectorTile(new PbfReader(after.rawPayload)).layers.point;
    expect(points?.length).toBe(2);
  });

  it('draws a light picture that a renderer of SVG accepts, with names and pins', async () => {
    const { body, headers, statusCode } = await get(picture('&pins=43.608,3.81;43.609,3.812'));
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toContain('image/svg+xml');
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'",
    );
    expect(body.length).toBeLessThan(60_000);
    expect(body).toContain('<title>Plan de Territoire d’essai</title>');
    expect(body.match(/<text [^>]*>(rue|avenue|boulevard|place) [^<]+</g)?.length).toBeGreaterThan(
      3,
    );
    expect(body.match(/class="p"/g)).toHaveLength(2);
    expect(body).not.toMatch(/https?:(?!\/\/www\.w3\.org\/2000\/svg)|<script|<image|@import|url\(/);
    const drawn = await sharp(Buffer.from(body)).raw().toBuffer({ resolveWithObject: true });
    expect(drawn.info).toMatchObject({ width: 640, height: 480 });
    const { channels } = await sharp(Buffer.from(body)).stats();
    expect(channels[0]?.stdev).toBeGreaterThan(5);
  });

  it('stays light over the whole town', async () => {
    const { body } = await get('picture.svg?bbox=3.79,43.59,3.9,43.70&width=1600&height=1600');
    expect(body.length).toBeLessThan(60_000);
    expect(body).toContain('class="t"');
  });

  it('tells the place of a click', async () => {
    const answer = await get(
      'picture/point?bbox=3.805,43.604,3.817,43.612&width=640&height=480&x=320&y=240',
    );
    expect(answer.json().long).toBeCloseTo(3.811, 6);
    expect(answer.json().lat).toBeCloseTo(43.608, 5);
  });

  it.each([
    ['an upside-down box', 'bbox=3.9,43.6,3.8,43.7&width=640&height=480'],
    ['a pole', 'bbox=3.8,80,3.9,90&width=640&height=480'],
    ['a huge picture', 'bbox=3.8,43.6,3.9,43.7&width=9000&height=480'],
    ['text in a box', 'bbox=a,b,c,d&width=640&height=480'],
    [
      'pins by the thousand',
      `bbox=3.8,43.6,3.9,43.7&width=640&height=480&pins=${'1,1;'.repeat(99)}1,1`,
    ],
  ])('refuses %s', async (_what, query) => {
    expect((await get(`picture.svg?${query}`)).statusCode).toBe(400);
  });

  it('answers the search and the nearest place over HTTP', async () => {
    const found = await test.app.inject({
      url: '/api/v1/places?q=rue+des+fontaine&lat=43.6&long=3.8&limit=3',
    });
    expect(found.json()).toMatchObject({
      items: [
        { kind: 'street', label: 'rue des Fontaine, Ouestville', communeName: 'Ouestville' },
        {},
        {},
      ],
      nextCursor: null,
    });
    const nearest = await test.app.inject({ url: '/api/v1/places/nearest?lat=43.602&long=3.802' });
    expect(nearest.json()).toEqual({
      label: '1 rue des Fontaine, Ouestville',
      street: 'rue des Fontaine',
      roadClass: 'departmental',
      roadNumber: 'D 0',
      communeName: 'Ouestville',
      distanceMetres: 11,
    });
  });
});
