import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import {
  requestForMessage,
  reactions as requestReactions,
  requestsForWorkOrders,
} from '../service-requests/index.ts';
import { cancelWorkOrder } from './cancel-work-order.ts';
import { planWorkOrder } from './plan-work-order.ts';
import { rescheduleWorkOrder } from './reschedule-work-order.ts';
import type { PlanWorkOrder } from './schemas.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown({ reactions: requestReactions });
});
afterAll(() => town.close());

const plan = (more: Partial<PlanWorkOrder> = {}, actor = town.dispatcher) =>
  planWorkOrder(town.platform, town.act(actor), {
    crewId: town.crew.id,
    scheduledStart: '2026-11-25T08:00:00+01:00',
    estimatedMinutes: 90,
    ...more,
  });

async function requestNow(id: string) {
  return (await requestsForWorkOrders(town.platform.db.read, town.territoryId, [id])).get(id);
}

describe('planning', () => {
  it('takes title, place and severity from the request, and tells its resident’s page', async () => {
    const request = await town.request();
    const order = await plan({ serviceRequestId: request.id, instructions: 'Enrobé à froid' });
    expect(order).toMatchObject({
      number: expect.stringMatching(/^2026-\d{5}$/),
      title: 'Nid-de-poule',
      status: 'planned',
      point: { lat: 43.65, long: 3.85 },
      address: '12 rue des Lilas',
      communeName: 'Ouestville',
      severity: 3,
      urgency: 2,
      crew: { id: town.crew.id, name: 'Voirie' },
      organization: { name: 'Ouestville' },
      scheduledStart: '2026-11-25T07:00:00.000Z',
      scheduledEnd: '2026-11-25T08:30:00.000Z',
      serviceRequest: { code: request.code, serviceName: 'Nid-de-poule', photos: [] },
      allowed: ['start', 'reschedule', 'cancel'],
    });
    expect(JSON.stringify(order)).not.toContain('Odile');
    await town.drainJobs();
    expect((await requestNow(request.id))?.status).toBe('planned');
  });

  it('works by hand, with the commune found from the point', async () => {
    const order = await plan({ title: 'Vider les corbeilles', point: { lat: 43.62, long: 3.95 } });
    expect(order).toMatchObject({ serviceRequest: null, communeName: 'Estville', severity: 2 });
  });

  it('gives numbers without gap nor repetition, even when all plan at once', async () => {
    const rank = ({ number }: { number: string }) => Number(number.slice(5));
    const before = rank(await plan({ title: 'Repère', address: 'Mairie' }));
    const orders = await Promise.all(
      Array.from({ length: 12 }, (_, n) => plan({ title: `Job ${n}`, address: 'Place' })),
    );
    expect(orders.map(rank).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, n) => before + 1 + n),
    );
  });

  it('gives one order to two dispatchers who plan the same request at once', async () => {
    const request = await town.request();
    const attempts = await Promise.allSettled([
      plan({ serviceRequestId: request.id }),
      plan({ serviceRequestId: request.id }),
    ]);
    const refused = attempts.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(refused.reason.toDocument('fr')).toMatchObject({
      status: 409,
      type: '/problems/work-orders/already-planned',
    });
  });

  it('refuses what cannot be found, is closed, or is another’s', async () => {
    const { east } = town.organizations;
    const foreign = await town.request({ organizationId: east });
    const at = town.clock.now();
    const closed = await town.request({ status: 'answered', closedAt: at });
    const cases: [Partial<PlanWorkOrder>, string][] = [
      [{ title: 'Sans lieu' }, 'incomplete'],
      [{ address: 'Sans titre' }, 'incomplete'],
      [{ serviceRequestId: randomUUID() }, 'unknown-request'],
      [{ serviceRequestId: foreign.id }, 'foreign-request'],
      [{ serviceRequestId: closed.id }, 'request-not-open'],
      [{ title: 'x', address: 'y', crewId: randomUUID() }, 'unknown-crew'],
    ];
    for (const [command, problem] of cases) {
      await expect(plan(command)).rejects.toThrow(`/problems/work-orders/${problem}`);
    }
  });

  it('is for dispatchers and directors of the crew’s organization', async () => {
    const { west, east } = town.organizations;
    const order = { title: 'Balayer', address: 'Place' };
    await expect(plan(order, town.actor('director', west))).resolves.toBeDefined();
    for (const actor of [
      town.worker,
      town.actor('desk', west),
      town.actor('elected', west),
      town.actor('dispatcher', east),
    ]) {
      await expect(plan(order, actor)).rejects.toMatchObject({ status: 403 });
    }
  });
});

describe('rescheduling and cancelling', () => {
  const seen = (expectedVersion: number, actor = town.dispatcher) =>
    town.act(actor, { expectedVersion });
  const later = () => ({
    crewId: town.crew.id,
    scheduledStart: '2026-11-26T13:00:00Z',
    estimatedMinutes: 30,
  });

  it('moves the order, and the date that the request shows', async () => {
    const request = await town.request();
    const order = await plan({ serviceRequestId: request.id });
    await town.drainJobs();
    town.clock.advance(1_000);
    const moved = await rescheduleWorkOrder(town.platform, seen(order.version), {
      ...later(),
      id: order.id,
    });
    expect(moved).toMatchObject({ status: 'planned', scheduledStart: '2026-11-26T13:00:00.000Z' });
    await town.drainJobs();
    const shown = await requestForMessage(town.platform.db.read, town.territoryId, request.id);
    expect(shown?.scheduledStart).toEqual(new Date('2026-11-26T13:00:00Z'));
  });

  it('asks for the version that was seen, and refuses an old one', async () => {
    const order = await plan({ title: 'Tondre', address: 'Parc' });
    const move = (act: ReturnType<typeof seen>) =>
      Promise.resolve().then(() =>
        rescheduleWorkOrder(town.platform, act, { ...later(), id: order.id }),
      );
    await expect(move(town.act(town.dispatcher))).rejects.toMatchObject({ status: 428 });
    await move(seen(order.version));
    await expect(move(seen(order.version))).rejects.toMatchObject({ status: 412 });
    await expect(move(seen(order.version + 1, town.worker))).rejects.toMatchObject({ status: 403 });
  });

  it('never hands work to another organization’s crew', async () => {
    const order = await plan({ title: 'Tondre', address: 'Parc' });
    const foreign = await town.crewNamed('Voirie', town.organizations.east);
    await expect(
      rescheduleWorkOrder(town.platform, seen(order.version), {
        ...later(),
        crewId: foreign.id,
        id: order.id,
      }),
    ).rejects.toThrow('/problems/work-orders/foreign-crew');
  });

  it('gives the request back when nobody will go, so that it can be planned again', async () => {
    const request = await town.request();
    const order = await plan({ serviceRequestId: request.id });
    await town.drainJobs();
    town.clock.advance(1_000);
    const cancelled = await cancelWorkOrder(town.platform, seen(order.version), {
      id: order.id,
      reason: 'Rue barrée',
    });
    expect(cancelled).toMatchObject({ status: 'cancelled', allowed: [] });
    await town.drainJobs();
    expect((await requestNow(request.id))?.status).toBe('triaged');
    await expect(plan({ serviceRequestId: request.id })).resolves.toMatchObject({
      status: 'planned',
    });
  });
});
