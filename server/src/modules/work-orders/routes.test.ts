import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp } from '../../../test/app.ts';
import { staff } from '../../../test/staffed-town.ts';

const found = async () => staff(await createTestApp());
let town: Awaited<ReturnType<typeof found>>;
let dispatcher: Caller;
let worker: Caller;
let crewId: string;

beforeAll(async () => {
  town = await found();
  const { west } = town.organizations;
  dispatcher = await town.login([{ organizationId: west, role: 'dispatcher' }], 'Line Martin');
  worker = await town.login([{ organizationId: west, role: 'crew' }], 'Karim Lopez');
  const { account } = (await worker.get('/api/v1/sessions/current')).json();
  crewId = (await town.crewNamed('Signalisation', west, [account])).id;
});
afterAll(() => town.close());

const plan = (body: object = {}) =>
  dispatcher.send('POST', '/api/v1/work-orders', {
    crewId,
    scheduledStart: '2026-11-24T14:00:00+01:00',
    estimatedMinutes: 45,
    ...body,
  });

describe('a request, from report to repair, by the API alone', () => {
  it('is planned, carried out, closed, told to its resident, and counted', async () => {
    const request = await town.request();
    const planned = await plan({ serviceRequestId: request.id });
    expect(planned.statusCode).toBe(201);
    const order = planned.json();
    await town.drainJobs();

    const day = (await worker.get('/api/v1/field/day')).json();
    expect(day.items).toMatchObject([{ id: order.id, allowed: ['start'] }]);
    const step = (what: string, body: object) =>
      worker.send('POST', `/api/v1/work-orders/${order.id}/${what}`, body, {
        'idempotency-key': randomUUID(),
      });
    town.clock.advance(60_000);
    expect((await step('start', {})).json()).toMatchObject({ status: 'started' });
    town.clock.advance(60_000);
    const done = await step('complete', { outcome: 'Panneau remplacé', minutesSpent: 30 });
    expect(done.json()).toMatchObject({ status: 'completed', outcome: 'Panneau remplacé' });
    await town.drainJobs();

    const tracking = await town.resident.get(`/api/v1/public/tracking/${request.code}`);
    expect(tracking.json()).toMatchObject({ status: 'done' });
    const messages = await dispatcher.get(`/api/v1/messages?serviceRequestId=${request.id}`);
    expect(messages.json().items).toMatchObject([
      { kind: 'received', status: 'held' },
      { kind: 'planned', status: 'held' },
      { kind: 'done', status: 'held' },
    ]);
    const overview = await dispatcher.get('/api/v1/indicators/overview');
    expect(overview.json()).toMatchObject({ received: 1, closed: 1, open: 0 });
  });
});

describe('at the gate', () => {
  it.each([
    [{ scheduledStart: 'demain' }, '/scheduledStart'],
    [{ scheduledStart: '0001-01-01T00:00:00Z' }, '/scheduledStart'],
    [{ scheduledStart: '2026-12-31T23:59:60Z' }, '/scheduledStart'],
    [{ estimatedMinutes: 0 }, '/estimatedMinutes'],
    [{ estimatedMinutes: '30' }, '/estimatedMinutes'],
    [{ severity: 5 }, '/severity'],
    [{ title: '   ' }, '/title'],
    [{ point: { lat: 91, long: 0 } }, '/point/lat'],
    [{ unknown: true }, '/unknown'],
    [{ crewId: 'x' }, '/crewId'],
  ])('refuses %j', async (body, pointer) => {
    const answer = await plan({ title: 'Balayer', address: 'Place', ...body });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([{ pointer }]);
  });

  it('shows nothing to those who are not signed in', async () => {
    const id = randomUUID();
    for (const url of [
      '/api/v1/work-orders',
      `/api/v1/work-orders/${id}`,
      '/api/v1/field/day',
      `/api/v1/messages?serviceRequestId=${id}`,
      '/api/v1/indicators/overview',
    ]) {
      const { statusCode } = await town.resident.get(url);
      expect([url, statusCode]).toEqual([url, 401]);
    }
  });

  it('asks the console for the version that it saw', async () => {
    const { id, version } = (await plan({ title: 'Balayer', address: 'Place' })).json();
    const cancel = (headers = {}) =>
      dispatcher.send('POST', `/api/v1/work-orders/${id}/cancel`, { reason: 'Pluie' }, headers);
    expect((await cancel()).statusCode).toBe(428);
    expect((await cancel({ 'if-match': `"${version + 7}"` })).statusCode).toBe(412);
    expect((await cancel({ 'if-match': `"${version}"` })).json()).toMatchObject({
      status: 'cancelled',
    });
  });
});
