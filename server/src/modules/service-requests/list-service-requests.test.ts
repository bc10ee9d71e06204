import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import type { Role } from '../../platform/acts/index.ts';
import { countQueues } from './count-queues.ts';
import { listServiceRequests } from './list-service-requests.ts';
import type { ResidentMark } from './resident-mark.ts';
import { saveView } from './saved-views.ts';
import type { ListQuery } from './schemas.ts';
import type { ServiceRequest } from './service-request.ts';
import { learnWords } from './vocabulary.ts';

let town: Town;
let made = 0;

/** A request received a minute after the one before, its words learnt as a submission does. */
async function reported(facts: Partial<ServiceRequest> = {}): Promise<ServiceRequest> {
  const at = new Date(Date.parse('2026-11-01T08:00:00Z') + ++made * 60_000);
  const request = await town.request({ receivedAt: at, updatedAt: at, ...facts }, at);
  const value = `${request.serviceName} ${request.description} ${request.address}`;
  await town.platform.db.transaction((tx) =>
    learnWords(town.platform.db, tx, [{ territoryId: town.territoryId, value }]),
  );
  return request;
}

beforeAll(async () => {
  town = await createTown();
});
afterAll(() => town.close());

const as = (role: Role, organizationId = town.organizations.west) =>
  town.actor(role, organizationId);
const list = (query: ListQuery, actor = town.dispatcher) =>
  listServiceRequests(town.platform, town.territoryId, actor, query);
const ids = async (query: ListQuery, actor = town.dispatcher) =>
  (await list(query, actor)).items.map(({ id }) => id);

describe('the inbox', () => {
  const group = 'Tri';

  it('puts the most pressing first, and of these the longest waiting', async () => {
    const calm = await reported({ serviceGroup: group, priority: 4 });
    const pressing = await reported({ serviceGroup: group, priority: 1 });
    const pressingToo = await reported({ serviceGroup: group, priority: 1 });
    expect(await ids({ serviceGroup: group })).toEqual([pressing.id, pressingToo.id, calm.id]);
    expect(await ids({ serviceGroup: group, sort: 'newest' })).toEqual([
      pressingToo.id,
      pressing.id,
      calm.id,
    ]);
    expect(await ids({ serviceGroup: group, sort: 'oldest' })).toEqual([
      calm.id,
      pressing.id,
      pressingToo.id,
    ]);
  });

  it('finds what has to do with its resident, and counts it', async () => {
    const since = new Date('2026-11-02T08:00:00Z');
    const facts = { serviceGroup: 'Usager' };
    const before = await countQueues(town.platform, town.territoryId, town.dispatcher);
    await reported(facts);
    const awaited = await reported({ ...facts, waitingSince: since });
    const disputed = await reported({ ...facts, disputedAt: since });
    const wrote = await reported({ ...facts, wroteAt: since });
    const both = await reported({ ...facts, disputedAt: since, wroteAt: since, priority: 4 });
    const elsewhere = { ...facts, organizationId: town.organizations.east };
    await reported({ ...elsewhere, wroteAt: since });
    await reported({ ...facts, wroteAt: since, mergedIntoId: both.id });

    const marked = (resident: ResidentMark) => ids({ ...facts, resident });
    expect(await marked('awaited')).toEqual([awaited.id]);
    expect(await marked('disputed')).toEqual([disputed.id, both.id]);
    expect(await marked('wrote')).toEqual([both.id, wrote.id]);
    expect(await countQueues(town.platform, town.territoryId, town.dispatcher)).toEqual({
      ...before,
      awaited: before.awaited + 1,
      disputed: before.disputed + 2,
      wrote: before.wrote + 2,
    });

    const { id: view } = await saveView(town.platform, town.act(town.dispatcher), {
      name: 'Ils ont écrit',
      query: { ...facts, resident: 'wrote' },
      shared: false,
    });
    expect(await ids({ view })).toEqual([both.id, wrote.id]);
  });

  it.each(['priority', 'newest', 'oldest'] as const)('turns its pages by %s', async (sort) => {
    const pages = `Pages ${sort}`;
    for (let count = 0; count < 7; count++) {
      await reported({ serviceGroup: pages, priority: ((count % 3) + 1) as 1 });
    }
    const whole = await ids({ serviceGroup: pages, sort });
    const turned: string[] = [];
    let cursor: string | null | undefined;
    do {
      const query = { serviceGroup: pages, sort, limit: 3, ...(cursor && { cursor }) };
      const page = await list(query);
      turned.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(turned).toEqual(whole);
    expect(turned).toHaveLength(7);
  });

  it('refuses a forged cursor', async () => {
    const forged = [
      [1],
      [9, '2026-11-24T09:00:00Z', 'x'],
      [1, 'hier', crypto.randomUUID()],
      ['x', null, 2],
    ];
    for (const keys of forged) {
      const cursor = Buffer.from(JSON.stringify(keys)).toString('base64url');
      await expect(list({ cursor })).rejects.toMatchObject({ status: 400 });
    }
    for (const offset of [-1, 1.5, 200, 'x', null]) {
      const cursor = Buffer.from(JSON.stringify([offset])).toString('base64url');
      await expect(list({ q: 'trou', cursor })).rejects.toMatchObject({ status: 400 });
    }
  });
});

describe('filters', () => {
  it('narrow the list, together or alone', async () => {
    const serviceGroup = 'Filtres';
    const one = await reported({
      serviceGroup,
      status: 'triaged',
      severity: 4,
      communeId: town.organizations.west,
      point: { lat: 43.61, long: 3.81 },
      serviceCode: 'lampadaire',
    });
    const other = await reported({ serviceGroup, severity: 1, point: { lat: 43.69, long: 3.89 } });
    const closed = await reported({
      serviceGroup,
      status: 'answered',
      closedAt: new Date('2026-11-20T10:00:00Z'),
    });
    const found = async (query: ListQuery) =>
      (await ids({ serviceGroup, sort: 'oldest', ...query })).map((id) =>
        [one, other, closed].findIndex((request) => request.id === id),
      );
    expect(await found({})).toEqual([0, 1, 2]);
    expect(await found({ status: 'triaged' })).toEqual([0]);
    expect(await found({ status: 'received,triaged,planned,started' })).toEqual([0, 1]);
    expect(await found({ status: 'answered' })).toEqual([2]);
    expect(await found({ status: 'triaged,answered' })).toEqual([0, 2]);
    expect(await found({ minSeverity: 4 })).toEqual([0]);
    expect(await found({ serviceCode: 'lampadaire' })).toEqual([0]);
    expect(await found({ communeId: town.organizations.west })).toEqual([0]);
    expect(await found({ bbox: '3.8,43.6,3.82,43.62' })).toEqual([0]);
    expect(await found({ from: other.receivedAt.toISOString() })).toEqual([1, 2]);
    expect(await found({ to: other.receivedAt.toISOString() })).toEqual([0]);
    expect(await found({ workOrder: true })).toEqual([]);
    expect(await found({ workOrder: false, minSeverity: 4 })).toEqual([0]);
  });

  it('refuse a box that is not on Earth', async () => {
    await expect(list({ bbox: '10,10,5,5' })).rejects.toMatchObject({ status: 400 });
    await expect(list({ bbox: '-181,0,0,0' })).rejects.toMatchObject({ status: 400 });
  });
});

describe('whose requests', () => {
  it('are shown: one’s own organizations’, and those that nobody has', async () => {
    const serviceGroup = 'Portée';
    const { east, metropole, west } = town.organizations;
    const ours = await reported({ serviceGroup });
    const theirs = await reported({ serviceGroup, organizationId: east });
    const nobodys = await reported({ serviceGroup, organizationId: null, assignment: 'unclear' });
    const handedOver = await reported({
      serviceGroup,
      organizationId: metropole,
      formerOrganizationIds: [west],
    });
    const seen = (actor = town.dispatcher, more: ListQuery = {}) =>
      ids({ serviceGroup, sort: 'oldest', ...more }, actor);
    expect(await seen()).toEqual([ours.id, nobodys.id]);
    expect(await seen(as('elected'))).toEqual([ours.id]);
    expect(await seen(as('dispatcher', east))).toEqual([theirs.id, nobodys.id]);
    expect(await seen(as('crew'))).toEqual([]);
    expect(await seen(town.dispatcher, { organizationId: west })).toEqual([ours.id]);
    expect(await seen(town.dispatcher, { organizationId: metropole })).toEqual([handedOver.id]);
    expect(await seen(town.dispatcher, { organizationId: east })).toEqual([]);
    const both = {
      ...as('director'),
      grants: [west, east].map((id) => ({ organizationId: id, role: 'director' as const })),
    };
    expect(await seen(both)).toEqual([ours.id, theirs.id, nobodys.id]);
    await expect(list({}, as('administrator'))).rejects.toMatchObject({ status: 403 });
  });

  it('never show who reported', async () => {
    const { items } = await list({});
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toContain('odile');
  });
});

describe('searching', () => {
  it('forgives accents, plurals and case, and ranks the best match first', async () => {
    const passing = await reported({
      description: 'Un sanglier près du gymnase, à côté de la passerelle de bois et du grand pré',
    });
    const about = await reported({ description: 'Sangliers ! Des sangliers partout.' });
    expect(await ids({ q: 'SANGLIER' })).toEqual([about.id, passing.id]);
    expect(await ids({ q: 'gymnases' })).toEqual([passing.id]);
    const school = await reported({ description: 'Devant l’école maternelle Zola' });
    expect(await ids({ q: 'ecole zola' })).toEqual([school.id]);
  });

  it('forgives slips of the keyboard', async () => {
    const { id } = await reported({ description: 'Le toboggan de l’aire de jeux est fendu' });
    expect(await ids({ q: 'tobogan' })).toEqual([id]);
    expect(await ids({ q: 'tobbogan fendue' })).toEqual([id]);
  });

  it('finds addresses and services too', async () => {
    const { id } = await reported({
      address: '7 impasse des Mimosas',
      serviceName: 'Borne fontaine',
    });
    expect(await ids({ q: 'mimosa' })).toEqual([id]);
    expect(await ids({ q: 'borne fontaine' })).toEqual([id]);
  });

  it('recognises a tracking code, but shows it only to who may see the request', async () => {
    const { id, code } = await reported({ organizationId: town.organizations.east });
    const typed = code.toLowerCase().replace('-', ' ');
    expect(await ids({ q: typed }, as('desk', town.organizations.east))).toEqual([id]);
    expect(await ids({ q: typed })).toEqual([]);
  });

  it('stays within the filters and the scope', async () => {
    const ours = await reported({ description: 'ragondin', status: 'triaged' });
    await reported({ description: 'ragondin', organizationId: town.organizations.east });
    expect(await ids({ q: 'ragondin' })).toEqual([ours.id]);
    expect(await ids({ q: 'ragondin', status: 'received' })).toEqual([]);
  });

  it('comes in another order when one is asked for', async () => {
    const older = await reported({ description: 'flamant, flamant rose', priority: 4 });
    const newer = await reported({ description: 'un flamant', priority: 1 });
    expect(await ids({ q: 'flamant' })).toEqual([older.id, newer.id]);
    expect(await ids({ q: 'flamant', sort: 'newest' })).toEqual([newer.id, older.id]);
    expect(await ids({ q: 'flamand', sort: 'oldest' })).toEqual([older.id, newer.id]);
  });

  it('turns its pages', async () => {
    for (let count = 0; count < 5; count++) await reported({ description: 'cigogne' });
    const first = await list({ q: 'cigogne', limit: 3 });
    const cursor = first.nextCursor ?? expect.fail('no next page');
    const second = await list({ q: 'cigogne', limit: 3, cursor });
    expect(second.nextCursor).toBeNull();
    const seen = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(seen).size).toBe(5);
  });

  it.each(['', '   ', '!!!', '" OR 1=1 --', '&|!()', "l'", '🌳', 'le la les', 'a'.repeat(200)])(
    'is never an error: %j',
    async (q) => {
      await expect(list({ q, serviceGroup: 'Aucun' })).resolves.toMatchObject({ items: [] });
    },
  );
});
