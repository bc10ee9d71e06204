import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import { eventsOf } from '../../platform/events/index.ts';
import { reactions as requestReactions, requestsForWorkOrders } from '../service-requests/index.ts';
import { completeWorkOrder } from './complete-work-order.ts';
import { failWorkOrder } from './fail-work-order.ts';
import { findWorkOrder } from './find-work-order.ts';
import { planWorkOrder } from './plan-work-order.ts';
import { startWorkOrder } from './start-work-order.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown({ reactions: requestReactions });
});
afterAll(() => town.close());

async function started(serviceRequestId?: string) {
  const planned = await planWorkOrder(town.platform, town.act(town.dispatcher), {
    ...(serviceRequestId ? { serviceRequestId } : { title: 'Reboucher', address: '3 rue X' }),
    crewId: town.crew.id,
    scheduledStart: '2026-11-24T10:00:00Z',
    estimatedMinutes: 60,
  });
  return startWorkOrder(town.platform, town.act(town.worker), { id: planned.id });
}

async function requestNow(id: string) {
  return (await requestsForWorkOrders(town.platform.db.read, town.territoryId, [id])).get(id);
}

async function photo(): Promise<string> {
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#caa' } });
  const bytes = await image.jpeg().toBuffer();
  return (await town.platform.files.upload(town.act(), bytes)).id;
}

const withKey = (key: string, fingerprint = key) =>
  town.act(town.worker, { idempotency: { key, fingerprint } });

describe('completing a work order', () => {
  it('keeps what was done and its pictures, and closes the request', async () => {
    const request = await town.request();
    const order = await started(request.id);
    await town.drainJobs();
    town.clock.advance(60_000);
    const view = await completeWorkOrder(town.platform, town.act(town.worker), {
      id: order.id,
      outcome: ' Trou rebouché ',
      photoIds: [await photo()],
      minutesSpent: 35,
    });
    expect(view).toMatchObject({
      status: 'completed',
      outcome: 'Trou rebouché',
      minutesSpent: 35,
      photos: [{ kind: 'after' }],
      allowed: [],
      version: order.version + 1,
    });
    await town.drainJobs();
    const closed = await requestNow(request.id);
    expect(closed?.status).toBe('done');
    expect(closed?.photos).toHaveLength(1);
  });

  it('answers a phone that sends again as the first time, and does it once', async () => {
    const order = await started();
    const command = { id: order.id, outcome: 'Fait', photoIds: [await photo()] };
    const first = await completeWorkOrder(town.platform, withKey('same-key-1'), command);
    const again = await completeWorkOrder(town.platform, withKey('same-key-1'), command);
    expect(again).toEqual(first);
    const history = await eventsOf(town.platform.db.read, town.territoryId, [order.id]);
    expect(history.map(({ type }) => type)).toEqual([
      'work-order.planned',
      'work-order.started',
      'work-order.completed',
    ]);
  });

  it('tells a second phone who ended it and when, and keeps its pictures', async () => {
    const order = await started();
    await completeWorkOrder(town.platform, town.act(town.dispatcher), {
      id: order.id,
      outcome: 'Fait',
    });
    town.clock.advance(60_000);
    const photoIds = [await photo(), await photo()];
    const late = { id: order.id, outcome: 'Refait', photoIds };
    const second = () => completeWorkOrder(town.platform, withKey('late-phone'), late);
    const problem = await second().catch((error) => error);
    expect(problem.toDocument('fr')).toMatchObject({
      status: 409,
      type: '/problems/work-orders/already-ended',
      detail: expect.stringMatching(
        /a été déclarée terminée le 24 novembre 2026 à 10:\d\d par Line Martin\. Vos 2 photos y ont été ajoutées\.$/,
      ),
    });
    await expect(second()).rejects.toMatchObject({ status: 409 });
    const view = await findWorkOrder(town.platform, town.act(town.dispatcher), order.id);
    expect(view.outcome).toBe('Fait');
    expect(view.photos.map(({ fileId }) => fileId).toSorted()).toEqual(photoIds.toSorted());
  });

  it('lets one of two phones that complete at the same instant win, and loses no picture', async () => {
    const order = await started();
    const attempts = await Promise.allSettled(
      ['one', 'two', 'three'].map(async (outcome) =>
        completeWorkOrder(town.platform, withKey(`race-${outcome}`), {
          id: order.id,
          outcome,
          photoIds: [await photo()],
        }),
      ),
    );
    expect(attempts.map(({ status }) => status).toSorted()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    const view = await findWorkOrder(town.platform, town.act(town.dispatcher), order.id);
    expect(view.photos).toHaveLength(3);
  });

  it('refuses a picture that never arrived, and then changes nothing', async () => {
    const order = await started();
    const command = { id: order.id, outcome: 'Fait', photoIds: [randomUUID()] };
    await expect(
      completeWorkOrder(town.platform, town.act(town.worker), command),
    ).rejects.toMatchObject({ status: 422 });
    const view = await findWorkOrder(town.platform, town.act(town.worker), order.id);
    expect(view.status).toBe('started');
  });

  it('is for the crew and its dispatcher: another crew does not even see it', async () => {
    const order = await started();
    const stranger = town.actor('crew', town.organizations.west);
    await town.crewNamed(`Espaces verts ${order.number}`, town.organizations.west, [stranger]);
    const reader = town.actor('elected', town.organizations.west);
    const neighbour = town.actor('dispatcher', town.organizations.east);
    const outcome = { id: order.id, outcome: 'Fait' };
    for (const [actor, status] of [
      [stranger, 404],
      [neighbour, 404],
      [reader, 403],
    ] as const) {
      const attempt = completeWorkOrder(town.platform, town.act(actor), outcome);
      await expect(attempt).rejects.toMatchObject({ status });
    }
  });

  it('may not come before the start', async () => {
    const planned = await planWorkOrder(town.platform, town.act(town.dispatcher), {
      title: 'Tailler',
      address: 'Parc',
      crewId: town.crew.id,
      scheduledStart: '2026-11-24T10:00:00Z',
      estimatedMinutes: 60,
    });
    await expect(
      completeWorkOrder(town.platform, town.act(town.worker), { id: planned.id, outcome: 'Fait' }),
    ).rejects.toMatchObject({ status: 409 });
  });
});

describe('failing a work order', () => {
  it('says why, and gives the request back to the dispatcher', async () => {
    const request = await town.request();
    const order = await started(request.id);
    await town.drainJobs();
    town.clock.advance(60_000);
    const view = await failWorkOrder(town.platform, town.act(town.worker), {
      id: order.id,
      reason: 'access',
      note: 'Une voiture est garée dessus',
    });
    expect(view).toMatchObject({
      status: 'failed',
      failureReason: 'access',
      outcome: 'Une voiture est garée dessus',
      completedAt: null,
    });
    await town.drainJobs();
    const back = await requestNow(request.id);
    expect(back?.status).toBe('triaged');
  });
});
