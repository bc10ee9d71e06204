import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../../../test/platform.ts';
import { uuidv7 } from '../../ids/index.ts';
import { redactEvents } from '../redact-events.ts';
import { sealLog } from './seal-log.ts';
import { verifyLog } from './verify-log.ts';

let test: TestPlatform;
beforeAll(async () => {
  test = await createTestPlatform();
});
afterAll(() => test.close());

const run = async (text: string, values: unknown[] = []) =>
  (await test.platform.db.pool.query(text, values)).rows;
const verify = (...heads: { number: number; hash: string }[]) =>
  verifyLog(test.platform, test.territoryId, heads);
const faults = async () => (await verify()).faults.map(({ kind, eventId }) => [kind, eventId]);

/** Tells something in a log of its own, and gives the ids of its events. */
async function tell(
  count: number,
  reason?: string,
  data: Record<string, unknown> = { z: 1, a: [2] },
) {
  const subject = uuidv7(test.clock);
  for (let index = 0; index < count; index++) {
    test.clock.advance(1_000);
    const event = { type: 'lamp.repaired', subject, organizationId: null, data };
    await test.platform.perform(test.act(), (tx) =>
      test.platform.events.publish(tx, test.act(), { ...event, ...(reason && { reason }) }),
    );
  }
  await sealLog(test.platform, test.territoryId);
  const rows = await run('SELECT id FROM event WHERE subject = $1 ORDER BY id', [subject]);
  return { subject, ids: rows.map(({ id }) => id as string) };
}

/** Tampers with one row by hand, gives what the reading says, and puts the row back. */
async function tamper(table: string, where: string, id: unknown, change: string) {
  const [before] = await run(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${where}`, [id]);
  await run(change, [id]);
  const found = await faults();
  await run(`DELETE FROM ${table} WHERE ${where}`, [id]);
  await run(`INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, $1)).*`, [
    before.row,
  ]);
  expect(await faults()).toEqual([]);
  return found;
}

it('seals what entered the log, once, in a chain', async () => {
  await tell(3);
  await tell(2, 'Une ampoule');
  await sealLog(test.platform, test.territoryId);
  const seals = await run('SELECT * FROM event_seal ORDER BY number');
  expect(seals.map(({ events }) => events)).toEqual([3, 2]);
  expect(seals[1].previous).toBe(seals[0].hash);
  expect(await verify()).toMatchObject({ number: 2, events: 5, faults: [] });
});

it('takes in what committed late under an older id', async () => {
  const act = { ...test.act(), at: new Date('2001-01-01T00:00:00Z') };
  await test.platform.db.transaction((tx) =>
    test.platform.events.record(tx, act, [
      { type: 'lamp.lit', subject: uuidv7(test.clock), organizationId: null, data: {}, at: act.at },
    ]),
  );
  await sealLog(test.platform, test.territoryId);
  expect(await verify()).toMatchObject({ number: 3, events: 6, faults: [] });
});

it('names the row that somebody changed, whichever column it was', async () => {
  const { ids } = await tell(3, 'Vu sur place', { watts: 40, text: 'Bonjour' });
  const id = ids[1];
  const byId = (change: string) => tamper('event', 'id = $1', id, change);
  for (const set of [
    `type = 'lamp.broken'`,
    `at = at + interval '1 minute'`,
    `actor_name = 'Quelqu’un'`,
    `actor_kind = 'system'`,
    `organization_id = id`,
    `data = '{"watts": 60, "text": "Bonjour"}'`,
    `seal = NULL`,
  ]) {
    expect(await byId(`UPDATE event SET ${set} WHERE id = $1`), set).toEqual([
      ['event-changed', id],
    ]);
  }
  for (const set of [`reason = 'Autre chose'`, `data = '{"watts": 40, "text": "Bonsoir"}'`]) {
    expect(await byId(`UPDATE event SET ${set} WHERE id = $1`), set).toEqual([
      ['words-changed', id],
    ]);
  }
  expect(await byId('DELETE FROM event WHERE id = $1')).toEqual([['event-missing', id]]);
  const [first] = ids;
  expect(
    await tamper(
      'event',
      'id = $1',
      first,
      `UPDATE event SET data = '{}', reason = NULL WHERE id = $1`,
    ),
  ).toEqual([['event-changed', first]]);
});

it('names words that were put where there were none, and an event that was slipped in', async () => {
  const { ids } = await tell(1);
  expect(
    await tamper('event', 'id = $1', ids[0], `UPDATE event SET reason = 'x' WHERE id = $1`),
  ).toEqual([['words-changed', ids[0]]]);
  const slipped = uuidv7(test.clock);
  await run(
    `INSERT INTO event SELECT (jsonb_populate_record(event, jsonb_build_object('id', $2::text))).* FROM event WHERE id = $1`,
    [ids[0], slipped],
  );
  expect(await faults()).toEqual([['event-added', slipped]]);
  await run('DELETE FROM event WHERE id = $1', [slipped]);
});

it('sees through who mends the digests too', async () => {
  const { ids } = await tell(2);
  const [{ seal }] = await run('SELECT seal FROM event_leaf WHERE event_id = $1', [ids[0]]);
  const leaf = `UPDATE event_leaf SET hash = repeat('a', 64) WHERE event_id = $1`;
  expect((await tamper('event_leaf', 'event_id = $1', ids[0], leaf)).map(([kind]) => kind)).toEqual(
    ['leaves-changed', 'event-changed'],
  );
  const root = `UPDATE event_seal SET at = at + interval '1 second' WHERE number = $1`;
  await run(root, [seal]);
  expect(await faults()).toEqual([['seal-changed', null]]);
  await run(`UPDATE event_seal SET at = at - interval '1 second' WHERE number = $1`, [seal]);
});

it('misses the end of a chain that was cut, and a head that was noted elsewhere', async () => {
  await tell(1);
  const head = await verify();
  expect((await verify({ number: head.number, hash: 'f'.repeat(64) })).faults).toMatchObject([
    { kind: 'head-lost', seal: head.number },
  ]);
  await run('DELETE FROM event_leaf WHERE seal = $1', [head.number]);
  await run('DELETE FROM event WHERE seal = $1', [head.number]);
  await run('DELETE FROM event_seal WHERE number = $1', [head.number]);
  expect(await faults()).toEqual([['head-lost', null]]);
  expect(await faults()).toEqual([['head-lost', null]]);
  await run('DELETE FROM event_audit');
  expect(await faults()).toEqual([]);
});

it('stays true when words are erased, and forgets them; not when they are changed by hand', async () => {
  const { subject, ids } = await tell(2, 'Zoé Quillevéré, 06 12 34 56 78', { text: 'Chez Zoé' });
  const [before] = await run('SELECT * FROM event_leaf WHERE event_id = $1', [ids[0]]);
  const redact = (words: string) => words.replace(/Zoé.*/, '[effacé]');
  const erase = () =>
    test.platform.db.transaction((tx) =>
      redactEvents(test.platform, tx, test.territoryId, [subject], redact),
    );
  expect(await erase()).toBe(2);
  expect(await faults()).toEqual([]);
  await sealLog(test.platform, test.territoryId);
  expect(await faults()).toEqual([]);
  const [after] = await run('SELECT * FROM event_leaf WHERE event_id = $1', [ids[0]]);
  expect(after.hash).toBe(before.hash);
  expect(after.salt).not.toBe(before.salt);
  const [event] = await run('SELECT reason, data FROM event WHERE id = $1', [ids[0]]);
  expect(event).toEqual({ reason: '[effacé]', data: { text: 'Chez [effacé]' } });
  expect(await erase()).toBe(0);
  expect(
    await tamper('event', 'id = $1', ids[0], `UPDATE event SET reason = 'Faux' WHERE id = $1`),
  ).toEqual([['words-changed', ids[0]]]);
});

it('seals and reads a log of several seals', async () => {
  const act = test.act();
  const many = Array.from({ length: 2_100 }, (_, index) => ({
    type: 'lamp.lit',
    subject: uuidv7(test.clock),
    organizationId: null,
    data: { index },
    at: act.at,
  }));
  await test.platform.db.transaction((tx) => test.platform.events.record(tx, act, many));
  const before = await verify();
  await sealLog(test.platform, test.territoryId);
  const after = await verify();
  expect(after.number - before.number).toBe(3);
  expect(after.events - before.events).toBe(2_100);
  expect(after.faults).toEqual([]);
});
