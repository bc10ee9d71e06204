import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import { eventsOf, type StoredEvent } from '../../platform/events/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import { isClosed } from './model.ts';
import { reactions } from './reactions.ts';
import { findRequest, photosOf } from './store.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown();
});
afterAll(() => town.close());

const NINE = Date.parse('2026-11-24T09:00:00Z');

/** An event of a work order, `minute` minutes after nine. */
const told = (what: string, requestId: string, orderId: string, minute: number): StoredEvent => ({
  territoryId: town.territoryId,
  id: uuidv7(),
  type: `work-order.${what}`,
  subject: orderId,
  organizationId: town.organizations.west,
  at: new Date(NINE + minute * 60_000),
  actor: { kind: 'account', id: null, name: 'Équipe' },
  reason: null,
  data: {
    serviceRequestId: requestId,
    number: '2026-00412',
    status: what,
    crewName: 'Voirie',
    scheduledStart: '2026-11-25T07:00:00.000Z',
    outcome: what === 'completed' ? 'Trou rebouché' : null,
    photoIds: [],
  },
});

async function hear(event: StoredEvent): Promise<void> {
  for (const { on, react } of reactions) {
    if (!on.includes(event.type)) continue;
    await town.platform.db.transaction((tx) => react(town.platform, tx, event));
  }
}

const stored = async (id: string) =>
  (await findRequest(town.platform.db.read, town.territoryId, id)) ?? expect.fail('not there');
const typesOf = async (id: string) =>
  (await eventsOf(town.platform.db.read, town.territoryId, [id])).map(({ type }) =>
    type.replace('service-request.', ''),
  );

describe('a request follows the work', () => {
  it('from the plan to the end', async () => {
    const { id } = await town.request();
    const order = uuidv7();
    await hear(told('planned', id, order, 1));
    expect(await stored(id)).toMatchObject({
      status: 'planned',
      workOrder: { id: order, number: '2026-00412', crewName: 'Voirie', status: 'planned' },
      version: 2,
    });
    await hear(told('started', id, order, 2));
    await hear(told('completed', id, order, 3));
    expect(await stored(id)).toMatchObject({
      status: 'done',
      closedAt: new Date(NINE + 3 * 60_000),
      workOrder: { status: 'completed' },
    });
    expect(await typesOf(id)).toEqual(['received', 'planned', 'started', 'done']);
  });

  it('back to triage when it failed or was cancelled', async () => {
    for (const what of ['failed', 'cancelled']) {
      const { id } = await town.request();
      const order = uuidv7();
      await hear(told('planned', id, order, 1));
      await hear(told(what, id, order, 2));
      expect((await stored(id)).status).toBe('triaged');
      expect(await typesOf(id)).toEqual(['received', 'planned', 'back-to-triage']);
    }
  });

  it('in a second order after the first gave up, whatever the first still says', async () => {
    const { id } = await town.request();
    const [first, second] = [uuidv7(), uuidv7()];
    await hear(told('planned', id, first, 1));
    await hear(told('planned', id, second, 3));
    await hear(told('failed', id, first, 4));
    expect(await stored(id)).toMatchObject({ status: 'planned', workOrder: { id: second } });
  });

  it('only when there is one, and it exists', async () => {
    await hear({ ...told('planned', '', uuidv7(), 1), data: { serviceRequestId: null } });
    await hear(told('planned', uuidv7(), uuidv7(), 1));
  });

  it('and keeps what was answered meanwhile', async () => {
    const { id } = await town.request({
      status: 'answered',
      closedAt: new Date(NINE),
    });
    await hear(told('failed', id, uuidv7(), 1));
    expect((await stored(id)).status).toBe('answered');
  });
});

describe('events in any order, any number of times', () => {
  it('end where the last of them says', async () => {
    const story = ['planned', 'rescheduled', 'started', 'completed'];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 3, 2, 1, 0], { minLength: 8 }),
        async (order) => {
          const { id } = await town.request();
          const workOrder = uuidv7();
          for (const step of order) {
            await hear(told(story[step] as string, id, workOrder, step));
          }
          const request = await stored(id);
          expect(request.status).toBe('done');
          expect(isClosed(request.status)).toBe(request.closedAt !== null);
          const types = await typesOf(id);
          expect(types.filter((type) => type === 'done')).toHaveLength(1);
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('photos of the crew', () => {
  it('are shown with the request, once', async () => {
    const { id } = await town.request();
    const [before, after] = [uuidv7(), uuidv7()];
    const order = uuidv7();
    const started = told('started', id, order, 2);
    await hear({ ...started, data: { ...started.data, photoIds: [before] } });
    const completed = told('completed', id, order, 3);
    for (let times = 0; times < 2; times++) {
      await hear({ ...completed, data: { ...completed.data, photoIds: [after] } });
    }
    const photos = await photosOf(town.platform.db.read, town.territoryId, [id]);
    expect(photos.map(({ fileId, kind }) => [fileId, kind])).toEqual([
      [before, 'before'],
      [after, 'after'],
    ]);
    expect((await stored(id)).photoCount).toBe(2);
  });
});
