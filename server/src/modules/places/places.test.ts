import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../../test/platform.ts';
import { foundTestTerritory, type TestTerritory } from '../../../test/territory.ts';
import { makeTown } from '../../../test/town.ts';
import { systemActor } from '../../platform/acts/index.ts';
import { importPlaces, locate, searchPlaces } from './index.ts';

let test: TestPlatform;
let ids: TestTerritory;
beforeAll(async () => {
  test = await createTestPlatform();
  ids = await foundTestTerritory(test);
  const done = await importPlaces(test.platform, test.act(systemActor('test')), makeTown(2500, 10));
  expect(done).toEqual({ features: 22_504, addresses: 25_000, streets: 2500, landmarks: 2 });
});
afterAll(() => test?.close());

const search = (
  text: string,
  more: { near?: { lat: number; long: number }; limit?: number } = {},
) => searchPlaces(test.platform, test.platform.db.read, test.territoryId, { text, ...more });
const first = async (text: string) => (await search(text))[0]?.label;
const at = (lat: number, long: number) =>
  locate(test.platform, test.platform.db.read, test.territoryId, { lat, long });

describe('importPlaces', () => {
  it('replaces the last import of its source, and is for administrators', async () => {
    const again = { ...makeTown(1, 1), source: 'other' };
    const act = test.act(systemActor('test'));
    await importPlaces(test.platform, act, again);
    await importPlaces(test.platform, act, {
      ...again,
      features: [],
      addresses: [],
      landmarks: [],
    });
    expect(await search('rue de la fontaine')).not.toHaveLength(0);
    const director = test.act(test.actor('director', ids.west));
    await expect(importPlaces(test.platform, director, again)).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe('searchPlaces', () => {
  it.each([
    ['3 rue des Fontaine', '3 rue des Fontaine, Ouestville'],
    ['rue des fontaine 3', '3 rue des Fontaine, Ouestville'],
    ['RUE DES FONTAINE, 3, Ouestville', '3 rue des Fontaine, Ouestville'],
    ['9bis r fontaine', '9 bis rue des Fontaine, Ouestville'],
    ['9 bis rue des fonatine', '9 bis rue des Fontaine, Ouestville'],
    ['mediatheque zola', 'Médiathèque Émile-Zola, Ouestville'],
    ['estville', 'Estville'],
  ])('finds « %s »', async (typed, label) => {
    expect(await first(typed)).toBe(label);
  });

  it('finds a street whose name has a number, with and without a door', async () => {
    expect(await first('impasse du 8 mai 1945')).toMatch(/^impasse .*8 mai 1945/);
    expect(await first('2 impasse 8 mai 1945')).toMatch(/^2 impasse .*8 mai 1945/);
  });

  it('gives the street when the door is not there', async () => {
    expect((await search('4000 rue des Fontaine'))[0]).toMatchObject({
      kind: 'street',
      label: 'rue des Fontaine, Ouestville',
    });
  });

  it('puts exact before prefix before slips, and the nearer first between equals', async () => {
    const labels = (await search('rue fontaine', { limit: 20 })).map(({ label }) => label);
    expect(labels[0]).toBe('rue des Fontaine, Ouestville');
    const [north, south] = [
      { lat: 43.69, long: 3.81 },
      { lat: 43.602, long: 3.87 },
    ];
    const [a] = await search('cigales', { near: north });
    const [b] = await search('cigales', { near: south });
    expect(a?.id).not.toBe(b?.id);
  });

  it('finds nothing rather than anything', async () => {
    expect(await search('xyzzy plugh')).toEqual([]);
    expect(await search('???')).toEqual([]);
  });

  it('answers in 20 ms among 25,000 addresses', async () => {
    const queries = [
      '12 rue de la fontaine',
      'av du gal leclrec',
      'boul',
      'pont neuf ouestville',
      'r st roch 3',
    ];
    for (const query of queries) await search(query);
    const times: number[] = [];
    for (let round = 0; round < 10; round++) {
      for (const query of queries) {
        const start = performance.now();
        await search(query);
        times.push(performance.now() - start);
      }
    }
    const median = times.toSorted((a, b) => a - b)[25] as number;
    console.info(
      `search: median ${median.toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms`,
    );
    expect(median).toBeLessThan(20);
  });
});

describe('locate', () => {
  it('names the door, the street and whose road it is', async () => {
    expect(await at(43.602, 3.802)).toEqual({
      label: '1 rue des Fontaine, Ouestville',
      addressStreet: 'rue des Fontaine',
      street: 'rue des Fontaine',
      roadClass: 'departmental',
      roadNumber: 'D 0',
      builtUp: true,
      communeId: ids.west,
      communeName: 'Ouestville',
      ownerCode: null,
      placeNames: [],
      distanceMetres: 11,
    });
  });

  it('falls back on a landmark, then the commune', async () => {
    expect((await at(43.6905, 3.8805)).label).toBe('près de Médiathèque Émile-Zola, Ouestville');
    expect(await at(43.65, 3.95)).toMatchObject({
      label: 'Estville',
      street: null,
      roadClass: null,
    });
    expect((await at(48, 2)).label).toBe('48.00000, 2.00000');
  });
});
