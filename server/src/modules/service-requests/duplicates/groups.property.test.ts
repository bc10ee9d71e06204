import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTown, type Town } from '../../../../test/staffed-town.ts';
import { Problem } from '../../../platform/problem/index.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequests } from '../store.ts';
import { diameter } from './group.ts';
import { mergeServiceRequest } from './merge-service-request.ts';
import { unmergeServiceRequest } from './unmerge-service-request.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown();
});
afterAll(() => town.close());

/** Of the holes of the test's catalogue: twice 30 m. */
const CAP = 60;
const REQUESTS = 7;
const APART = 13;

type Step = { id: number; into: number | null };
const anyStep: fc.Arbitrary<Step> = fc.record({
  id: fc.nat(REQUESTS - 1),
  into: fc.option(fc.nat(REQUESTS - 1), { freq: 4 }),
});

/** Seven holes along a street, some metres apart. */
async function makeStreet(): Promise<string[]> {
  const requests: ServiceRequest[] = [];
  for (let index = 0; index < REQUESTS; index++) {
    const point = { lat: 43.65 + (index * APART) / 111_195, long: 3.85 };
    requests.push(await town.request({ point }));
  }
  return requests.map(({ id }) => id);
}

async function readStreet(ids: string[]): Promise<Map<string, ServiceRequest>> {
  const found = await findRequests(town.platform.db.read, town.territoryId, ids);
  return new Map(found.map((request) => [request.id, request]));
}

/** A step is carried out, or refused by a problem that says why: nothing else. */
async function take(ids: string[], { id: index, into }: Step): Promise<void> {
  const id = ids[index] as string;
  const { version } = (await readStreet(ids)).get(id) as ServiceRequest;
  const act = town.act(town.dispatcher, { expectedVersion: version });
  const given =
    into === null
      ? unmergeServiceRequest(town.platform, act, { id })
      : mergeServiceRequest(town.platform, act, { id, intoId: ids[into] as string });
  await given.catch((refusal) => {
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal.status).toBeLessThan(500);
  });
}

function holds(street: Map<string, ServiceRequest>): void {
  const all = [...street.values()];
  for (const request of all) {
    const members = all.filter(({ mergedIntoId }) => mergedIntoId === request.id);
    expect(request.duplicatesCount).toBe(members.length);
    if (request.mergedIntoId !== null) {
      expect(members).toEqual([]);
      expect(street.get(request.mergedIntoId)?.mergedIntoId).toBeNull();
    }
    const places = [request, ...members].flatMap(({ point }) => point ?? []);
    expect(diameter(places)).toBeLessThanOrEqual(CAP);
  }
}

it('whatever is joined and taken out: no chain, no wide group, true counts, and all of it undone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 14 }), async (steps) => {
      const ids = await makeStreet();
      const before = await readStreet(ids);
      for (const step of steps) {
        await take(ids, step);
        holds(await readStreet(ids));
      }
      for (const [index, id] of ids.entries()) {
        const request = (await readStreet(ids)).get(id);
        if (request?.mergedIntoId) await take(ids, { id: index, into: null });
      }
      for (const [id, request] of await readStreet(ids)) {
        const { version: _, updatedAt: __, ...now } = request;
        expect(before.get(id)).toMatchObject(now);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

it('keeps its rules when several people act at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 8 }), async (steps) => {
      const ids = await makeStreet();
      await Promise.all(steps.map((step) => take(ids, step)));
      holds(await readStreet(ids));
    }),
    { numRuns: 40 },
  );
}, 120_000);
