import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import { readBox } from './filters.ts';
import type { Filters, Reach } from './inbox/asked.ts';
import { mapServiceRequests } from './map-service-requests.ts';
import { scopeOf } from './policy.ts';
import { insertRequests } from './store.ts';
import { newTrackingCode } from './tracking-code.ts';

const DOTS = 1_200;
let town: Town;

beforeAll(async () => {
  town = await createTown();
  const model = await town.request({ point: { lat: 43.69, long: 3.89 }, priority: 4 });
  const many = Array.from({ length: DOTS - 1 }, (_, index) => ({
    territoryId: town.territoryId,
    value: {
      ...model,
      id: uuidv7(town.clock),
      code: newTrackingCode(),
      point: { lat: 43.61 + (index % 40) * 0.0001, long: 3.81 + Math.floor(index / 40) * 0.0001 },
      priority: index === 0 ? (1 as const) : (3 as const),
    },
  }));
  await town.platform.db.transaction((tx) => insertRequests(tx, many));
});
afterAll(() => town.close());

const draw = (bbox: string, zoom: number, filters: Filters = {}, reach?: Reach) =>
  mapServiceRequests(
    town.platform.db.read,
    town.territoryId,
    reach ?? scopeOf(town.dispatcher),
    { ...filters, box: readBox(bbox) },
    zoom,
  );

it('counts by cell what cannot be told apart, and loses nobody', async () => {
  const { features } = await draw('3.8,43.6,3.9,43.7', 12);
  expect(features.length).toBeLessThan(100);
  expect(features.every(({ properties }) => properties.cluster)).toBe(true);
  expect(features.reduce((sum, { properties }) => sum + properties.count, 0)).toBe(DOTS);
  expect(Math.min(...features.map(({ properties }) => properties.priority))).toBe(1);
});

it('draws each request where they are few', async () => {
  const { features } = await draw('3.88,43.68,3.9,43.7', 12);
  expect(features).toMatchObject([
    {
      geometry: { type: 'Point', coordinates: [3.89, 43.69] },
      properties: { cluster: false, count: 1, serviceCode: 'nid-de-poule', status: 'received' },
    },
  ]);
});

it('draws each request in a street, a thousand at most', async () => {
  const { features } = await draw('3.8,43.6,3.9,43.7', 18);
  expect(features).toHaveLength(1_000);
  expect(features.every(({ properties }) => !properties.cluster)).toBe(true);
});

it('keeps to open requests, the filters and the scope', async () => {
  const at = '3.88,43.68,3.9,43.7';
  expect((await draw(at, 12, { statuses: ['done'] })).features).toEqual([]);
  expect((await draw(at, 12, { serviceCode: 'lampadaire' })).features).toEqual([]);
  const others = scopeOf(town.actor('director', town.organizations.east));
  expect((await draw(at, 12, {}, others)).features).toEqual([]);
  expect((await draw(at, 12, {}, 'everyone')).features).toHaveLength(1);
});

it('draws a cluster in the same place whatever the edge of the screen', async () => {
  const marks = async (bbox: string) =>
    (await draw(bbox, 13)).features.map(({ geometry, properties }) => {
      const at = geometry.coordinates.map((degrees) => degrees.toFixed(7));
      return `${at} ${properties.count}`;
    });
  const wide = await marks('3.8,43.6,3.9,43.7');
  const moved = await marks('3.795,43.595,3.88,43.68');
  expect(moved.every((mark) => wide.includes(mark))).toBe(true);
});
