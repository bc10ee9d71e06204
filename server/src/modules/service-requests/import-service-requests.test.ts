import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../test/catalogue-of-test.ts';
import { createTestPlatform, type TestPlatform } from '../../../test/platform.ts';
import { foundTestTerritory, type TestTerritory } from '../../../test/territory.ts';
import { systemActor } from '../../platform/acts/index.ts';
import { eventsOf, type Reaction, type StoredEvent } from '../../platform/events/index.ts';
import { importCatalogue } from './import-catalogue.ts';
import { type ImportedRequest, importServiceRequests } from './import-service-requests.ts';
import { countRatings } from './residents/store.ts';
import { findRequest } from './store.ts';

let test: TestPlatform;
let organizations: TestTerritory;
const heard: StoredEvent[] = [];
const listener: Reaction = {
  name: 'test/listen',
  on: ['service-requests.imported', 'service-request.received', 'service-request.done'],
  react: async (_, __, event) => {
    heard.push(event);
  },
};

beforeAll(async () => {
  test = await createTestPlatform({ reactions: [listener] });
  organizations = await foundTestTerritory(test);
  await importCatalogue(test.platform, act(), { services: CATALOGUE });
});
afterAll(() => test.close());

const act = () => test.act(systemActor('test'));
const hour = (count: number) => new Date(Date.parse('2026-01-05T08:00:00Z') + count * 3_600_000);

const past = (reference: string, more: Partial<ImportedRequest> = {}): ImportedRequest => ({
  externalReference: reference,
  serviceCode: 'lampadaire',
  description: 'Éteint depuis hier',
  channel: 'phone',
  point: { lat: 43.65, long: 3.85 },
  address: '12 rue des Lilas',
  communeId: organizations.west,
  communeName: 'Ouestville',
  organizationId: organizations.west,
  receivedAt: hour(0),
  history: [
    { status: 'triaged', at: hour(2) },
    { status: 'planned', at: hour(3), data: { scheduledStart: hour(24).toISOString() } },
    { status: 'started', at: hour(24) },
    { status: 'done', at: hour(25), data: { outcome: 'Lampe changée' } },
  ],
  ...more,
});

describe('an import', () => {
  it('brings in requests as they ended, with their past in the log', async () => {
    const { count, ids } = await importServiceRequests(test.platform, act(), [past('A-1')]);
    expect(count).toBe(1);
    const id = ids.get('A-1') as string;
    const { read } = test.platform.db;
    expect(await findRequest(read, test.territoryId, id)).toMatchObject({
      externalReference: 'A-1',
      status: 'done',
      receivedAt: hour(0),
      closedAt: hour(25),
      updatedAt: hour(25),
      version: 5,
    });
    const events = await eventsOf(read, test.territoryId, [id]);
    expect(events.map(({ type, at }) => [type, at])).toEqual([
      ['service-request.received', hour(0)],
      ['service-request.triaged', hour(2)],
      ['service-request.planned', hour(3)],
      ['service-request.started', hour(24)],
      ['service-request.done', hour(25)],
    ]);
    expect(events.at(-1)?.data).toMatchObject({ outcome: 'Lampe changée', status: 'done' });
  });

  it('tells the indicators once a batch, and writes to nobody about the past', async () => {
    await importServiceRequests(test.platform, act(), [past('B-1'), past('B-2')]);
    await test.drainJobs();
    expect(heard.map(({ type }) => type)).not.toContain('service-request.received');
    expect(heard.at(-1)).toMatchObject({
      type: 'service-requests.imported',
      data: { count: 2, from: hour(0).toISOString(), to: hour(0).toISOString() },
    });
  });

  it('keeps what was thought of the result, and what was disputed', async () => {
    const rating = { score: 1 as const, comment: ' Trop <b>long</b> ', at: hour(30) };
    const history = [
      ...past('').history,
      { status: 'received' as const, at: hour(40), note: 'Ça revient', data: { by: 'follower' } },
    ];
    const { ids } = await importServiceRequests(test.platform, act(), [
      past('F-1', { rating }),
      past('F-2', { history }),
    ]);
    const [rated, disputed] = [ids.get('F-1') as string, ids.get('F-2') as string];
    const { read } = test.platform.db;
    const counts = await countRatings(read, test.territoryId, [rated, disputed]);
    expect([...counts]).toEqual([
      [rated, { ratings: 1, satisfied: 0, unsatisfied: 1, comments: 1 }],
    ]);
    const events = await eventsOf(read, test.territoryId, [rated]);
    expect(events.at(-1)).toMatchObject({
      type: 'service-request.rated',
      at: hour(30),
      data: { score: 1 },
    });
    expect(JSON.stringify(events)).not.toContain('long');
    expect(await findRequest(read, test.territoryId, disputed)).toMatchObject({
      status: 'received',
      reopenedCount: 1,
      disputedAt: hour(40),
      closedAt: null,
    });
  });

  it('run again brings in only what is missing, and still gives every id', async () => {
    const first = await importServiceRequests(test.platform, act(), [past('C-1')]);
    const again = await importServiceRequests(test.platform, act(), [past('C-1'), past('C-2')]);
    expect(again.count).toBe(1);
    expect(again.ids.get('C-1')).toBe(first.ids.get('C-1'));
    const id = first.ids.get('C-1') as string;
    expect(await eventsOf(test.platform.db.read, test.territoryId, [id])).toHaveLength(5);
  });

  it('refuses what cannot be', async () => {
    const importing = (row: ImportedRequest) => importServiceRequests(test.platform, act(), [row]);
    await expect(importing(past('D-1', { serviceCode: 'rien' }))).rejects.toMatchObject({
      type: '/problems/service-requests/unsound-import',
    });
    const history = [
      { status: 'triaged' as const, at: hour(5) },
      { status: 'done' as const, at: hour(4) },
    ];
    await expect(importing(past('D-2', { history }))).rejects.toMatchObject({ status: 422 });
    const tooSoon = { score: 3 as const, at: hour(24) };
    await expect(importing(past('D-3', { rating: tooSoon }))).rejects.toMatchObject({
      type: '/problems/service-requests/unsound-import',
    });
    const open = past('D-4', { history: [], rating: { ...tooSoon, at: hour(99) } });
    await expect(importing(open)).rejects.toMatchObject({ status: 422 });
    const desk = test.act(test.actor('desk', organizations.west));
    await expect(importServiceRequests(test.platform, desk, [])).rejects.toMatchObject({
      status: 403,
    });
  });

  it('of many batches loses nothing, and takes moments', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) =>
      past(`E-${index}`, { description: `Lampe ${index} éteinte, rue ${index % 700}` }),
    );
    const start = performance.now();
    const { count, ids } = await importServiceRequests(test.platform, act(), rows);
    // 1.5 s at rest, for 25,000 events.
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(count).toBe(5_000);
    expect(ids.size).toBe(5_000);
    const last = ids.get('E-4999') as string;
    expect(await eventsOf(test.platform.db.read, test.territoryId, [last])).toHaveLength(5);
  });
});

describe('a catalogue', () => {
  it('is refused whole when it contradicts itself, with every fault', async () => {
    const [pothole, lamp] = CATALOGUE;
    if (!pothole || !lamp) throw new Error('no catalogue');
    const [size] = pothole.questions;
    if (!size) throw new Error('no question');
    const services = [lamp, { ...lamp, questions: [size, { ...size, values: [] }] }];
    await expect(importCatalogue(test.platform, act(), { services })).rejects.toMatchObject({
      type: '/problems/service-requests/unsound-catalogue',
      detail: {
        fr: [
          'La prestation « lampadaire » figure deux fois.',
          'Prestation « lampadaire » : question « taille » répétée.',
          'Prestation « lampadaire » : deux questions au rang 1.',
          'Prestation « lampadaire » : la question « taille » n’offre aucun choix.',
        ].join('\n'),
      },
    });
  });

  it('is the administrator’s', async () => {
    const set = (role: 'director' | 'administrator') =>
      importCatalogue(test.platform, test.act(test.actor(role, organizations.west)), {
        services: CATALOGUE,
      });
    await expect(set('director')).rejects.toMatchObject({ status: 403 });
    expect(await set('administrator')).toEqual({ count: 3 });
  });
});
