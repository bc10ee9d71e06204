import { afterEach, expect, it } from 'vitest';
import { createTestPlatform, type TestPlatform } from '../../../test/platform.ts';
import { uuidv7 } from '../ids/index.ts';
import { eventsOf, listDeadLetters, type Reaction, retryDeadLetter } from './index.ts';

let test: TestPlatform;
afterEach(() => test.close());

async function listeningWith(react: Reaction['react']) {
  const reactions = [{ name: 'tests/hear', on: ['lamp.repaired'], react }];
  test = await createTestPlatform({ reactions });
  return test;
}

function tell(subject = uuidv7(test.clock)) {
  const event = { type: 'lamp.repaired', subject, organizationId: null, data: { watts: 40 } };
  return test.platform
    .perform(test.act(), (tx) => test.platform.events.publish(tx, test.act(), event))
    .then(() => subject);
}

it('keeps the fact in the log and lets the reaction hear it', async () => {
  const heard: unknown[] = [];
  await listeningWith(async (_platform, _tx, event) => {
    heard.push(event);
  });
  const subject = await tell();
  await test.drainJobs();
  const [kept] = await eventsOf(test.platform.db.read, test.territoryId, [subject]);
  expect(kept).toMatchObject({
    type: 'lamp.repaired',
    actor: { kind: 'anonymous' },
    data: { watts: 40 },
  });
  expect(heard).toEqual([kept]);
});

it('tells nothing of an act that rolled back', async () => {
  const heard: unknown[] = [];
  await listeningWith(async (_platform, _tx, event) => {
    heard.push(event);
  });
  const subject = uuidv7(test.clock);
  const failing = test.platform.perform(test.act(), async (tx) => {
    const event = { type: 'lamp.repaired', subject, organizationId: null, data: {} };
    await test.platform.events.publish(tx, test.act(), event);
    throw new Error('power cut');
  });
  await expect(failing).rejects.toThrow();
  await test.drainJobs();
  expect(heard).toEqual([]);
  expect(await eventsOf(test.platform.db.read, test.territoryId, [subject])).toEqual([]);
});

it('rolls a failed reaction back, tries again, and hears an event delivered twice once', async () => {
  let tries = 0;
  await listeningWith(async (platform, tx, event) => {
    tries++;
    await platform.events.publish(tx, test.act(), {
      type: 'lamp.counted',
      subject: event.subject,
      organizationId: null,
      data: {},
    });
    if (tries === 1) throw new Error('not yet');
  });
  const subject = await tell();
  const { pool } = test.platform.db;
  await test.drainJobs();
  await pool.query(`UPDATE graphile_worker._private_jobs SET run_at = now()`);
  await pool.query(
    `SELECT graphile_worker.add_job('react', payload) FROM graphile_worker._private_jobs`,
  );
  await test.drainJobs();
  const types = (await eventsOf(test.platform.db.read, test.territoryId, [subject])).map(
    (e) => e.type,
  );
  expect(types).toEqual(['lamp.repaired', 'lamp.counted']);
  expect(tries).toBe(2);
});

it('shows what failed for good, and gives it a new life', async () => {
  let broken = true;
  await listeningWith(async () => {
    if (broken) throw new Error('mended by nobody');
  });
  await tell();
  const { pool } = test.platform.db;
  await pool.query(`UPDATE graphile_worker._private_jobs SET max_attempts = 1`);
  await test.drainJobs();
  const [letter] = await listDeadLetters(pool, test.territoryId);
  expect(letter).toMatchObject({ reaction: 'tests/hear', error: 'mended by nobody' });
  broken = false;
  expect(await retryDeadLetter(pool, uuidv7(test.clock), letter?.id ?? '', new Date())).toBe(false);
  expect(await retryDeadLetter(pool, test.territoryId, letter?.id ?? '', new Date())).toBe(true);
  await test.drainJobs();
  expect(await listDeadLetters(pool, test.territoryId)).toEqual([]);
});

it('carries out what comes by thousands after all other work, whenever that came', async () => {
  const done: string[] = [];
  test = await createTestPlatform({
    tasks: {
      'tests/do': async (_platform, payload) => {
        done.push((payload as { what: string }).what);
      },
    },
  });
  const { db, events } = test.platform;
  await db.transaction(async (tx) => {
    await events.laterEach(tx, 'tests/do', [{ what: 'mail 1' }, { what: 'mail 2' }]);
    await events.laterEach(tx, 'tests/do', []);
    await events.later(tx, 'tests/do', { what: 'answer' });
  });
  await test.drainJobs();
  expect(done).toEqual(['answer', 'mail 1', 'mail 2']);
});
