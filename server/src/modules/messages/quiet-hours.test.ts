import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { staff } from '../../../test/staffed-town.ts';
import { readContact } from '../service-requests/index.ts';
import { leavesAt, USUAL_QUIET_HOURS } from './quiet-hours.ts';

const leaves = (at: string, quiet = USUAL_QUIET_HOURS) =>
  leavesAt(new Date(at), quiet).toISOString();

describe('what must wait', () => {
  it.each([
    ['by day, at once', '2026-11-24T09:00:00Z', '2026-11-24T09:00:00.000Z'],
    ['at 22:00, at eight', '2026-11-24T21:00:00Z', '2026-11-25T07:00:00.000Z'],
    ['at 5:00, at eight', '2026-11-24T04:00:00Z', '2026-11-24T07:00:00.000Z'],
    ['on Saturday night, on Monday', '2026-11-28T21:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['on Christmas, on the day after', '2026-12-25T10:00:00Z', '2026-12-26T07:00:00.000Z'],
    ['before Easter Sunday, on Tuesday', '2026-04-04T20:30:00Z', '2026-04-07T06:00:00.000Z'],
    ['when clocks change', '2026-10-24T21:00:00Z', '2026-10-26T07:00:00.000Z'],
  ])('leaves %s', (_what, at, expected) => {
    expect(leaves(at)).toBe(expected);
  });

  it('keeps a pause of midday, and none when both ends are the same', () => {
    const midday = { from: 12 * 60, to: 14 * 60, sundays: false };
    expect(leaves('2026-11-24T12:00:00Z', midday)).toBe('2026-11-24T13:00:00.000Z');
    expect(leaves('2026-11-29T09:00:00Z', midday)).toBe('2026-11-29T09:00:00.000Z');
    const never = { from: 0, to: 0, sundays: false };
    expect(leaves('2026-11-24T02:00:00Z', never)).toBe('2026-11-24T02:00:00.000Z');
  });
});

describe('the quiet hours of a territory', () => {
  let town: Awaited<ReturnType<typeof staff<TestApp>>>;
  const path = '/api/v1/messages/quiet-hours';
  beforeAll(async () => {
    // Monday at 22:00 in Paris, to come: the database keeps what must wait.
    town = await staff(
      await createTestApp({
        at: '2040-01-09T21:00:00Z',
        config: { sms: { url: 'http://127.0.0.1:1/', token: 'un-jeton-de-seize-caracteres' } },
      }),
    );
  });
  afterAll(() => town.close());

  const runsAt = async () => {
    const { rows } = await town.platform.db.pool.query(
      "SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'messages/send' ORDER BY id",
    );
    return rows.map(({ run_at }) => run_at.toISOString());
  };

  it('hold a text message of 22:00 until eight; changed, they let the next one go', async () => {
    const contact = readContact({ phone: '06 39 98 12 34' });
    const admin = await town.login([
      { organizationId: town.organizations.west, role: 'administrator' },
    ]);
    const dispatcher = await town.login([
      { organizationId: town.organizations.west, role: 'dispatcher' },
    ]);
    expect((await admin.get(path)).json()).toEqual({
      from: 1200,
      to: 480,
      sundays: true,
      version: 0,
    });
    await town.request({ contact });
    await town.drainJobs();
    expect(await runsAt()).toEqual(['2040-01-10T07:00:00.000Z']);

    const later = { from: 23 * 60, to: 7 * 60, sundays: false };
    const first = { 'if-match': '"0"' };
    expect((await dispatcher.send('PUT', path, later, first)).statusCode).toBe(403);
    expect((await admin.send('PUT', path, later)).statusCode).toBe(428);
    expect((await admin.send('PUT', path, { ...later, to: 1440 }, first)).statusCode).toBe(400);
    expect((await admin.send('PUT', path, later, first)).json()).toEqual({ ...later, version: 1 });
    expect((await admin.send('PUT', path, later, first)).statusCode).toBe(412);

    await town.request({ contact });
    await town.drainJobs();
    const { rows } = await town.platform.db.pool.query('SELECT attempts FROM message ORDER BY id');
    expect(rows.map(({ attempts }) => attempts > 0)).toEqual([false, true]);
  });
});
