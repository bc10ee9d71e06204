import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import type { RequestFact } from './model.ts';
import { reactions } from './reactions.ts';
import { readOverview } from './read-overview.ts';
import { recount } from './recount.ts';
import { saveFacts } from './store.ts';
import { tellTable } from './tell-table.ts';

let town: Town;
const HOUR = 3_600_000;
const at = (text: string) => new Date(text);

/** Tells a step of a request as its own module does. */
async function step(what: string, subject: string, when: Date) {
  const { platform, territoryId } = town;
  await platform.db.transaction((tx) =>
    platform.events.publish(
      tx,
      { ...town.ownAct(), at: when },
      { type: `service-request.${what}`, subject, organizationId: null, data: {} },
    ),
  );
  if (what === 'done' || what === 'answered') {
    await platform.db.pool.query(
      `UPDATE service_request SET status = $3, closed_at = $4, version = version + 1
       WHERE territory_id = $1 AND id = $2`,
      [territoryId, subject, what, when],
    );
  }
}

async function reported(when: Date, hoursToTriage: number | null, hoursToClose: number | null) {
  const request = await town.request({}, when);
  const later = (hours: number) => new Date(when.getTime() + hours * HOUR);
  if (hoursToTriage !== null) await step('triaged', request.id, later(hoursToTriage));
  if (hoursToClose !== null) await step('done', request.id, later(hoursToClose));
  return request;
}

beforeAll(async () => {
  town = await createTown({ reactions }); // Tuesday 24 November 2026, 10:00 in Paris
  await reported(at('2026-11-02T09:00:00Z'), 10, 100);
  await reported(at('2026-11-03T09:00:00Z'), 20, 200);
  await reported(at('2026-11-04T09:00:00Z'), 90, 330);
  await reported(at('2026-11-23T09:00:00Z'), null, null);
  await reported(at('2026-08-01T09:00:00Z'), 2, null);
  await town.request({
    channel: 'phone',
    serviceCode: 'lampadaire',
    serviceName: 'Lampadaire en panne',
  });
  await town.request({ organizationId: town.organizations.east });
  await town.drainJobs();
});
afterAll(() => town.close());

const read = (query = {}, actor = town.actor('director', town.organizations.west)) =>
  readOverview(town.platform, town.act(actor), query);

describe('the overview', () => {
  it('counts a period: received, closed, open, and how long it took', async () => {
    expect(await read({ from: '2026-11-01', to: '2026-11-24' })).toMatchObject({
      received: 5,
      closed: 3,
      open: 3,
      medianHoursToClose: 200,
      medianHoursToTriage: 20,
      answeredShare: 3 / 5,
      reopened: 0,
      byOutcome: [{ outcome: 'done', count: 3 }],
      byChannel: [
        { channel: 'web', received: 4, closed: 3, open: 2 },
        { channel: 'phone', received: 1, closed: 0, open: 1 },
      ],
      byService: [
        { serviceCode: 'nid-de-poule', serviceName: 'Nid-de-poule', received: 4 },
        { serviceCode: 'lampadaire', received: 1, medianHoursToClose: null },
      ],
      byOrganization: [
        { organizationId: town.organizations.west, name: 'Ouestville', received: 5 },
      ],
    });
  });

  it('shows every week, even without requests, from Monday on', async () => {
    const { byWeek } = await read({ from: '2026-11-01', to: '2026-11-24' });
    expect(byWeek).toEqual([
      { week: '2026-10-26', received: 0, closed: 0 },
      { week: '2026-11-02', received: 3, closed: 1 },
      { week: '2026-11-09', received: 0, closed: 1 },
      { week: '2026-11-16', received: 0, closed: 1 },
      { week: '2026-11-23', received: 2, closed: 0 },
    ]);
  });

  it('tells how long the open ones have waited', async () => {
    const { openByAge } = await read();
    expect(openByAge.map(({ count }) => count)).toEqual([2, 0, 0, 1]);
    expect(openByAge.at(-1)).toMatchObject({ fromDays: 90, toDays: null });
  });

  it('counts as open at the end of a past period what was closed after it', async () => {
    expect(await read({ from: '2026-11-01', to: '2026-11-04' })).toMatchObject({
      received: 3,
      closed: 0,
      open: 4,
      medianHoursToClose: null,
    });
  });

  it('follows a reopening', async () => {
    const request = await reported(at('2026-10-01T09:00:00Z'), 1, 2);
    await step('reopened', request.id, at('2026-10-05T09:00:00Z'));
    await town.platform.db.pool.query(
      `UPDATE service_request SET status = 'received', closed_at = NULL, version = version + 1 WHERE id = $1`,
      [request.id],
    );
    await town.drainJobs();
    expect(await read({ from: '2026-10-01', to: '2026-10-31' })).toMatchObject({
      received: 1,
      closed: 0,
      open: 2,
      reopened: 1,
      answeredShare: 0,
    });
  });

  it('is for those who steer, in their own organization', async () => {
    const { west, east } = town.organizations;
    for (const role of ['director', 'elected', 'dispatcher', 'auditor'] as const) {
      await expect(read({}, town.actor(role, west))).resolves.toBeDefined();
    }
    for (const role of ['desk', 'crew', 'expert', 'administrator'] as const) {
      await expect(read({}, town.actor(role, west))).rejects.toMatchObject({ status: 403 });
    }
    const neighbour = town.actor('director', east);
    await expect(read({ organizationId: west }, neighbour)).rejects.toMatchObject({ status: 403 });
    expect((await read({}, neighbour)).received).toBe(1);
  });

  it('refuses periods that make no sense or no end', async () => {
    for (const query of [
      { from: '2026-11-02', to: '2026-11-01' },
      { from: '1990-01-01', to: '2026-11-01' },
      { from: '2026-02-30' },
    ]) {
      await expect(read(query)).rejects.toThrow('/problems/indicators/impossible-period');
    }
  });
});

describe('counting', () => {
  it('never hides a newer reading by an older one', async () => {
    const request = await reported(at('2026-11-10T09:00:00Z'), 1, null);
    await town.drainJobs();
    const fact: RequestFact = {
      requestId: request.id,
      serviceCode: request.serviceCode,
      serviceName: request.serviceName,
      serviceGroup: request.serviceGroup,
      organizationId: request.organizationId,
      communeId: null,
      channel: 'web',
      receivedAt: request.receivedAt,
      triagedAt: null,
      plannedAt: null,
      closedAt: at('2026-11-11T09:00:00Z'),
      outcome: 'done',
      reopenedCount: 0,
      replyDueAt: null,
      repliedAt: null,
      closeDueAt: null,
      ratingsCount: 0,
      satisfiedCount: 0,
      unsatisfiedCount: 0,
      commentsCount: 0,
      requestVersion: 2,
    };
    const outcome = async () =>
      (
        await town.platform.db.pool.query(
          'SELECT outcome FROM request_fact WHERE request_id = $1',
          [request.id],
        )
      ).rows[0].outcome;
    const save = (facts: RequestFact[]) =>
      town.platform.db.transaction((tx) => saveFacts(tx, town.territoryId, facts));
    await save([fact]);
    expect(await outcome()).toBe('done');
    await save([{ ...fact, closedAt: null, outcome: null, requestVersion: 1 }]);
    expect(await outcome()).toBe('done');
  });

  it('takes in thousands of imported requests at once', async () => {
    const { rows } = await town.platform.db.pool.query('SELECT id FROM service_request');
    await town.platform.db.pool.query('DELETE FROM request_fact');
    await town.platform.db.transaction((tx) =>
      town.platform.events.publish(tx, town.ownAct(), {
        type: 'service-requests.imported',
        subject: town.territoryId,
        organizationId: null,
        data: { ids: rows.map(({ id }) => id) },
      }),
    );
    await town.drainJobs();
    const counted = await town.platform.db.pool.query('SELECT count(*) AS n FROM request_fact');
    expect(counted.rows[0].n).toBe(rows.length);
  });
});

describe('what was promised and what was thought of it', () => {
  const rated = async (id: string, scores: [number, string | null][]) => {
    for (const [index, [score, comment]] of scores.entries()) {
      await town.platform.db.pool.query(
        `INSERT INTO service_request_rating VALUES ($1, $2, $3, $4, $5, $6)`,
        [town.territoryId, id, `voter${index}`, score, comment, at('2026-07-10T09:00:00Z')],
      );
    }
    await step('rated', id, at('2026-07-10T09:00:00Z'));
  };
  const july = (query = {}) => read({ from: '2026-07-01', to: '2026-07-31', ...query });

  it('tells the share kept, what is late, and the satisfaction, by service too', async () => {
    // Grade 2 is answered within 8 working hours; nid-de-poule is closed within 30 working days.
    const inTime = await reported(at('2026-07-06T08:00:00Z'), 2, 30);
    await reported(at('2026-07-06T08:00:00Z'), 24 * 7, 24 * 60); // closed in September
    const late = await reported(at('2026-07-01T08:00:00Z'), 24 * 7, null);
    await step('commented', late.id, at('2026-07-20T08:00:00Z'));
    await rated(inTime.id, [
      [3, 'Merci'],
      [1, null],
      [3, null],
    ]);
    await town.drainJobs();
    const figures = {
      received: 3,
      closed: 1,
      late: 0,
      answeredInTimeShare: 1 / 3,
      closedInTimeShare: 1,
      ratings: 3,
      satisfied: 2,
      unsatisfied: 1,
      comments: 1,
      reopened: 0,
    };
    const overview = await july();
    expect(overview).toMatchObject(figures);
    expect(overview.byService).toContainEqual(
      expect.objectContaining({ serviceCode: 'nid-de-poule', ...figures }),
    );
    expect(await read({ from: '2026-08-01', to: '2026-11-24' })).toMatchObject({
      closedInTimeShare: 0.75,
      late: 2,
      ratings: 0,
    });
  });

  it('are found again for what was counted before they were figures', async () => {
    const { platform, territoryId } = town;
    const before = await july();
    // As the migration left it: the columns were added empty, and asked to be counted again.
    await platform.db.pool.query(
      `UPDATE request_fact SET reply_due_at = NULL, replied_at = NULL, close_due_at = NULL,
         ratings_count = 0, satisfied_count = 0, unsatisfied_count = 0, comments_count = 0`,
    );
    expect(await july()).toMatchObject({ ratings: 0, answeredInTimeShare: null });
    await platform.db.pool.query('INSERT INTO request_recount VALUES ($1)', [territoryId]);
    await Promise.all([recount(platform), recount(platform)]);
    expect(await july()).toEqual(before);
    const { rows } = await platform.db.pool.query('SELECT FROM request_recount');
    expect(rows).toEqual([]);
  });

  it('opens in a spreadsheet', async () => {
    const csv = tellTable(await july(), 'service').split('\r\n');
    expect(csv[0]).toContain('Prestation;Reçues;Closes');
    expect(csv[1]).toMatch(/^Voirie;Nid-de-poule;3;1;\d+;0;.*;33;100;0;3;2;1;1$/);
    expect(tellTable(await july(), 'organization')).toContain('\r\nOuestville;3;1;');
  });
});

describe('privacy', () => {
  it('keeps nothing by which a person could be counted', async () => {
    const { rows } = await town.platform.db.pool.query(
      `SELECT attname AS name FROM pg_attribute
       WHERE attrelid = 'request_fact'::regclass AND attnum > 0 ORDER BY attnum`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'territory_id',
      'request_id',
      'service_code',
      'service_name',
      'service_group',
      'organization_id',
      'commune_id',
      'channel',
      'received_at',
      'triaged_at',
      'planned_at',
      'closed_at',
      'outcome',
      'reopened_count',
      'request_version',
      'reply_due_at',
      'replied_at',
      'close_due_at',
      'ratings_count',
      'satisfied_count',
      'unsatisfied_count',
      'comments_count',
    ]);
    const tables = await town.platform.db.pool.query(
      `SELECT column_name AS name, table_name AS "table" FROM information_schema.columns
       WHERE table_name IN ('request_fact', 'work_order', 'work_order_photo', 'message')
         AND column_name ~ '(account|actor|agent|person|user|member|_by$|email|phone|contact)'`,
    );
    expect(tables.rows).toEqual([]);
  });
});
