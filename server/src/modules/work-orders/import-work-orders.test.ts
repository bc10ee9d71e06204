import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import { eventsOf } from '../../platform/events/index.ts';
import { findWorkOrder } from './find-work-order.ts';
import { type ImportedWorkOrder, importWorkOrders } from './import-work-orders.ts';
import { planWorkOrder } from './plan-work-order.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown();
});
afterAll(() => town.close());

const HOUR = 3_600_000;

function lived(createdAt: Date, more: Partial<ImportedWorkOrder> = {}): ImportedWorkOrder {
  const start = new Date(createdAt.getTime() + 24 * HOUR);
  return {
    crewId: town.crew.id,
    serviceRequestId: null,
    title: 'Reboucher',
    instructions: '',
    status: 'completed',
    point: { lat: 43.65, long: 3.85 },
    address: '3 rue des Lilas',
    communeName: 'Ouestville',
    severity: 2,
    urgency: 2,
    scheduledStart: start,
    estimatedMinutes: 60,
    startedAt: start,
    endedAt: new Date(start.getTime() + HOUR),
    outcome: 'Rebouché',
    failureReason: null,
    minutesSpent: 45,
    createdAt,
    ...more,
  };
}

describe('importing work orders', () => {
  it('keeps each with its own dates, its history in the log, its number by year', async () => {
    const imported = await importWorkOrders(town.platform, town.ownAct(), [
      lived(new Date('2026-02-02T10:00:00Z')),
      lived(new Date('2025-12-31T23:30:00Z'), {
        status: 'planned',
        startedAt: null,
        endedAt: null,
      }),
      lived(new Date('2025-12-01T10:00:00Z'), { status: 'failed', failureReason: 'access' }),
    ]);
    // 23:30 in London is next year in Paris.
    expect(imported.map(({ number }) => number)).toEqual([
      '2026-00002',
      '2026-00001',
      '2025-00001',
    ]);
    const [completed] = imported;
    const id = completed?.id as string;
    const view = await findWorkOrder(town.platform, town.act(town.worker), id);
    expect(view).toMatchObject({
      status: 'completed',
      completedAt: '2026-02-03T11:00:00.000Z',
      point: { lat: 43.65, long: 3.85 },
      version: 3,
    });
    const history = await eventsOf(town.platform.db.read, town.territoryId, [id]);
    expect(history.map(({ type, at }) => [type, at.toISOString()])).toEqual([
      ['work-order.planned', '2026-02-02T10:00:00.000Z'],
      ['work-order.started', '2026-02-03T10:00:00.000Z'],
      ['work-order.completed', '2026-02-03T11:00:00.000Z'],
    ]);
    const next = await planWorkOrder(town.platform, town.act(town.dispatcher), {
      title: 'Suite',
      address: 'Place',
      crewId: town.crew.id,
      scheduledStart: '2026-11-25T08:00:00Z',
      estimatedMinutes: 30,
    });
    expect(next.number).toBe('2026-00003');
  });

  it('takes 15,000 in a few seconds', async () => {
    const first = Date.UTC(2024, 0, 1);
    const orders = Array.from({ length: 15_000 }, (_, n) => lived(new Date(first + n * HOUR)));
    const start = performance.now();
    const imported = await importWorkOrders(town.platform, town.ownAct(), orders);
    const seconds = (performance.now() - start) / 1000;
    console.info(`15,000 work orders and 45,000 events in ${seconds.toFixed(1)} s`);
    expect(new Set(imported.map(({ number }) => number)).size).toBe(15_000);
    expect(seconds).toBeLessThan(12);
  });

  it('is the program’s own business', async () => {
    await expect(
      importWorkOrders(town.platform, town.act(town.dispatcher), []),
    ).rejects.toMatchObject({ status: 403 });
  });
});
