import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../../../test/app.ts';
import { CATALOGUE } from '../../../../test/catalogue-of-test.ts';
import { foundTestTerritory, type TestTerritory } from '../../../../test/territory.ts';
import { systemActor } from '../../../platform/acts/index.ts';
import { importCatalogue } from '../import-catalogue.ts';
import { type ImportedRequest, importServiceRequests } from '../import-service-requests.ts';
import type { Status } from '../model.ts';
import { LOOK, learnServices } from './learn-services.ts';
import { newestClassifier, readClassifier, readExamples } from './store.ts';
import { forgetTaught } from './taught.ts';

let test: TestApp;
let organizations: TestTerritory;
let administrator: Caller;
let dispatcher: Caller;

beforeAll(async () => {
  test = await createTestApp();
  organizations = await foundTestTerritory(test);
  await importCatalogue(test.platform, act(), { services: CATALOGUE });
  const grant = (role: 'administrator' | 'dispatcher') => [
    { organizationId: organizations.west, role },
  ];
  administrator = await test.login(grant('administrator'));
  dispatcher = await test.login(grant('dispatcher'));
});
afterAll(() => test.close());

const act = () => test.act(systemActor('test'));
const api = (path: string) => `/api/v1${path}`;
const suggest = async (text: string) =>
  (await test.resident.get(api(`/services/suggestions?q=${encodeURIComponent(text)}`))).json();

/** How people of this town say it: no catalogue has these words. */
const SAID = [
  { serviceCode: 'lampadaire', says: ['le candélabre clignote', 'candélabre HS', 'le fanal bave'] },
  {
    serviceCode: 'nid-de-poule',
    says: ['la cagne est béante', 'une cagne au carrefour', 'enrobé parti'],
  },
];
let imported = 0;
const past = (status: Status, index: number, more: Partial<ImportedRequest> = {}) => {
  const { serviceCode, says } = SAID[index % 2] as (typeof SAID)[number];
  const receivedAt = new Date(Date.parse('2026-01-05T08:00:00Z') + ++imported * 3_600_000);
  return {
    externalReference: `P-${imported}`,
    serviceCode,
    description: `${says[index % 3]}, ${['depuis lundi', 'merci', 'près du parc'][index % 5] ?? ''}`,
    channel: 'phone' as const,
    point: { lat: 43.65, long: 3.85 },
    address: '12 rue des Lilas',
    communeId: organizations.west,
    communeName: 'Ouestville',
    organizationId: organizations.west,
    receivedAt,
    history: status === 'received' ? [] : [{ status, at: receivedAt }],
    ...more,
  };
};
const importMany = (count: number, status: Status, more?: Partial<ImportedRequest>) =>
  importServiceRequests(
    test.platform,
    act(),
    Array.from({ length: count }, (_, index) => past(status, index, more)),
  );

describe('suggestions from history', () => {
  it('come from the catalogue alone on the first day', async () => {
    expect(await learnServices(test.platform, test.territoryId)).toBe(false);
    const { items, sure } = await suggest('plus de lumière, le lampadaire est éteint');
    expect(sure).toBe(true);
    expect(items[0]).toMatchObject({ service: { code: 'lampadaire' }, source: 'catalogue' });
    expect(await suggest('le candélabre clignote')).toEqual({ items: [], sure: false });
    const view = (await administrator.get(api('/services/classifier'))).json();
    expect(view).toEqual({ least: 200, current: null });
  });

  it('learn only what a person confirmed', async () => {
    await importMany(3, 'received');
    await importMany(3, 'rejected');
    await importMany(2, 'triaged', { description: '' });
    expect(await readExamples(test.platform.db.read, test.territoryId)).toEqual([]);
    await importMany(300, 'done');
    const examples = await readExamples(test.platform.db.read, test.territoryId);
    expect(examples).toHaveLength(300);
    expect(examples.map(({ at }) => at)).toEqual(examples.map(({ at }) => at).sort());
  });

  it('are learnt when an administrator asks, by nobody else', async () => {
    const retrain = (caller: Caller) => caller.send('POST', api('/services/classifier/retrain'));
    expect((await retrain(test.resident)).statusCode).toBe(401);
    expect((await retrain(dispatcher)).statusCode).toBe(403);
    expect((await dispatcher.get(api('/services/classifier'))).statusCode).toBe(403);
    expect((await retrain(administrator)).statusCode).toBe(202);
    await test.drainJobs();

    const { current } = (await administrator.get(api('/services/classifier'))).json();
    expect(current).toMatchObject({
      version: 1,
      figures: { examples: 300, services: 2, tested: 30, first: 1, catalogueFirst: 0 },
    });
    const { items, sure } = await suggest('le CANDELABRE clignotte');
    expect(sure).toBe(true);
    expect(items[0]).toMatchObject({ service: { code: 'lampadaire' }, source: 'history' });
    expect(items[0].words).toContain('candelabre');
  });

  it('leave to the catalogue what history never spoke of, and to people what nobody did', async () => {
    const { items } = await suggest('plus de lumière');
    expect(items[0]).toMatchObject({ service: { code: 'lampadaire' }, source: 'catalogue' });
    for (const text of ['🌳🚧🌳', 'مصباح الشارع معطل', 'xkqz wvvb jjhq', '?!']) {
      expect(await suggest(text)).toEqual({ items: [], sure: false });
    }
    const letter = await suggest('le candélabre clignote '.repeat(80));
    expect(letter.items[0].service.code).toBe('lampadaire');
    const tooLong = `/services/suggestions?q=${'a'.repeat(10_000)}`;
    expect((await test.resident.get(api(tooLong))).statusCode).toBe(400);
  });

  it('never name a service that is no longer offered', async () => {
    const without = CATALOGUE.filter(({ code }) => code !== 'lampadaire');
    await importCatalogue(test.platform, act(), { services: without });
    const { items } = await suggest('le candélabre clignote');
    expect(items.map(({ service }: { service: { code: string } }) => service.code)).not.toContain(
      'lampadaire',
    );
    await importCatalogue(test.platform, act(), { services: CATALOGUE });
  });

  it('are given for a request to who may read it', async () => {
    const { ids } = await importMany(1, 'received', { description: 'candélabre HS' });
    const path = api(`/service-requests/${[...ids.values()][0]}/suggestions`);
    const { items } = (await dispatcher.get(path)).json();
    expect(items[0]).toMatchObject({ service: { code: 'lampadaire' }, source: 'history' });
    expect((await test.resident.get(path)).statusCode).toBe(401);
    const elsewhere = await test.login([
      { organizationId: organizations.east, role: 'dispatcher' },
    ]);
    expect((await elsewhere.get(path)).statusCode).toBe(404);
  });

  it('are learnt again at night, or within the hour after enough corrections', async () => {
    const { read } = test.platform.db;
    const look = async () => {
      await test.platform.db.transaction((tx) => test.platform.events.later(tx, LOOK, {}));
      await test.drainJobs();
      return (await newestClassifier(read, test.territoryId))?.version;
    };
    const confirmNow = (count: number) =>
      importServiceRequests(
        test.platform,
        act(),
        Array.from({ length: count }, (_, index) => ({
          ...past('done', index),
          history: [{ status: 'done' as const, at: new Date(test.clock.now().getTime() + 1_000) }],
        })),
      );
    expect(await look()).toBe(1);
    await confirmNow(10);
    expect(await look()).toBe(1);
    test.clock.set(new Date('2026-11-25T01:41:00Z'));
    expect(await look()).toBe(2);
    expect(await look()).toBe(2);
    test.clock.set(new Date('2026-11-25T09:41:00Z'));
    await confirmNow(210);
    expect(await look()).toBe(3);
    expect(await learnServices(test.platform, test.territoryId)).toBe(true);
    // Only the last three versions are kept.
    expect(await readClassifier(read, test.territoryId, 1)).toBeUndefined();
    expect(await readClassifier(read, test.territoryId, 2)).toBeDefined();
    forgetTaught(test.platform, test.territoryId);
    expect((await suggest('le candélabre clignote')).items[0].source).toBe('history');
  });
});
