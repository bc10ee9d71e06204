import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTown, type Town } from '../../../../test/staffed-town.ts';
import { systemActor } from '../../../platform/acts/index.ts';
import { eventsOf } from '../../../platform/events/index.ts';
import { answerServiceRequest } from '../answer-service-request.ts';
import { importServiceRequests } from '../import-service-requests.ts';
import { reactions } from '../index.ts';
import { listServiceRequests } from '../list-service-requests.ts';
import { readServiceRequest } from '../read-service-request.ts';
import { triageServiceRequest } from '../triage-service-request.ts';
import { readClocks } from './read-clocks.ts';
import { readCommitments, setCommitments } from './set-rules.ts';
import { watchClocks } from './watch-clocks.ts';

/** A Tuesday at 10:00 in Paris. */
const NOW = '2026-11-24T09:00:00Z';

let town: Town;
beforeAll(async () => {
  town = await createTown({ reactions, at: NOW });
});
afterAll(() => town.close());
beforeEach(() => town.clock.set(new Date(NOW)));

const clocksOf = async (id: string) =>
  (await readClocks(town.platform, town.territoryId, town.dispatcher, id, 'fr')).items;
const clockOf = async (id: string, kind: string) =>
  (await clocksOf(id)).find((clock) => clock.kind === kind);
const storyOf = async (id: string) =>
  (await eventsOf(town.platform.db.read, town.territoryId, [id])).map(({ type }) => type);
const seeing = (expectedVersion: number) => town.act(town.dispatcher, { expectedVersion });

test('a request has its clocks; judged urgent, it is due sooner, and the inbox shows it', async () => {
  const { id } = await town.request();
  await town.drainJobs();
  const before = await clockOf(id, 'resolution');
  expect(before).toMatchObject({ state: 'running', late: false });
  await triageServiceRequest(town.platform, seeing(1), { id, severity: 4, urgency: 4 });
  await town.drainJobs();
  expect(await clockOf(id, 'first-reply')).toMatchObject({ state: 'met' });
  const request = await readServiceRequest(town.platform, town.territoryId, town.dispatcher, id);
  expect(request.dueAt).toBe((await clockOf(id, 'resolution'))?.dueAt);
});

test('those in charge are warned once before the end, and told once after it', async () => {
  const { id } = await town.request();
  await town.drainJobs();
  expect(await watchClocks(town.platform)).toBe(0);
  const { dueAt } = (await clockOf(id, 'first-reply')) ?? {};
  const due = new Date(dueAt ?? '');
  town.clock.set(new Date(due.getTime() - 60_000));
  await watchClocks(town.platform);
  await watchClocks(town.platform);
  expect(await clockOf(id, 'first-reply')).toMatchObject({ state: 'at-risk' });
  const told = async (what: string) =>
    (await storyOf(id)).filter((type) => type === `service-request.commitment-${what}`).length;
  expect(await told('at-risk')).toBe(1);
  town.clock.set(new Date(due.getTime() + 60_000));
  await watchClocks(town.platform);
  await watchClocks(town.platform);
  expect(await told('broken')).toBe(1);
  // Kept too late is still late.
  await answerServiceRequest(town.platform, seeing(1), { id, message: 'Nous voici.' });
  await town.drainJobs();
  expect(await clockOf(id, 'first-reply')).toMatchObject({ state: 'met', late: true });
});

test('what is late can be asked for', async () => {
  const { id } = await town.request();
  await town.drainJobs();
  const late = async () =>
    (
      await listServiceRequests(town.platform, town.territoryId, town.dispatcher, { due: 'late' })
    ).items.map((item) => item.id);
  expect(await late()).not.toContain(id);
  town.clock.set(new Date('2027-06-01T09:00:00Z'));
  expect(await late()).toContain(id);
});

test('an administrator says what is promised from now on; those here already keep theirs', async () => {
  const administrator = town.actor('administrator', town.organizations.west);
  town.clock.set(new Date('2026-11-24T08:00:00Z'));
  const { id } = await town.request();
  await town.drainJobs();
  town.clock.set(new Date(NOW));
  const before = await clockOf(id, 'resolution');
  const rules = await readCommitments(town.platform, town.territoryId, administrator);
  const change = {
    ...rules,
    promises: [
      {
        kind: 'resolution' as const,
        serviceCode: null,
        serviceGroup: null,
        priority: null,
        workingMinutes: 60,
      },
    ],
    reason: 'Délibération du 20 novembre',
  };
  const { version, ...asked } = change;
  const act = (expectedVersion: number) => town.act(administrator, { expectedVersion });
  const changed = await setCommitments(town.platform, act(version), asked);
  expect(changed.promises).toEqual(change.promises);
  await expect(setCommitments(town.platform, act(version), asked)).rejects.toMatchObject({
    status: 412,
  });
  town.clock.set(new Date('2026-11-24T10:00:00Z'));
  const next = await town.request();
  await town.drainJobs();
  expect((await clockOf(next.id, 'resolution'))?.dueAt).toBe('2026-11-24T11:00:00.000Z');
  await triageServiceRequest(town.platform, seeing(1), { id, severity: 2, urgency: 3 });
  await town.drainJobs();
  expect((await clockOf(id, 'resolution'))?.dueAt).toBe(before?.dueAt);
});

test.each([
  ['a week that never opens', { week: { openings: {}, holidays: 'common' as const } }],
  [
    'openings that overlap',
    {
      week: {
        openings: {
          1: [['08:00', '12:00'] as [string, string], ['11:00', '17:00'] as [string, string]],
        },
        holidays: 'common' as const,
      },
    },
  ],
  [
    'a service that does not exist',
    {
      procedures: [{ serviceCode: 'nope', silence: 'rejection' as const, months: 2, source: 'x' }],
    },
  ],
])('%s is refused whole', async (_, wrong) => {
  const administrator = town.actor('administrator', town.organizations.west);
  const { version, ...rules } = await readCommitments(
    town.platform,
    town.territoryId,
    administrator,
  );
  const act = town.act(administrator, { expectedVersion: version });
  await expect(
    setCommitments(town.platform, act, { ...rules, reason: 'Essai', ...wrong }),
  ).rejects.toMatchObject({ status: 422 });
});

test('other hours hold from their day on, and never before today', async () => {
  const administrator = town.actor('administrator', town.organizations.west);
  const read = () => readCommitments(town.platform, town.territoryId, administrator);
  const { version, promises, procedures, week: before } = await read();
  const week = {
    openings: { 1: [['09:00', '12:00'] as [string, string]] },
    holidays: 'none' as const,
  };
  const command = { week, promises, procedures, reason: 'Horaires d’été' };
  const act = town.act(administrator, { expectedVersion: version });
  await expect(
    setCommitments(town.platform, act, { ...command, weekFrom: '2026-11-23' }),
  ).rejects.toMatchObject({ status: 422 });
  await setCommitments(town.platform, act, { ...command, weekFrom: '2026-12-01' });
  const planned = await read();
  expect(planned.week).toEqual(before);
  expect(planned.weeks.at(-1)).toEqual({ ...week, validFrom: '2026-11-30T23:00:00.000Z' });
  town.clock.set(new Date('2026-12-01T09:00:00Z'));
  expect((await read()).week).toEqual(week);
});

test('a dispatcher changes no promise', async () => {
  const { version, ...rules } = await readCommitments(
    town.platform,
    town.territoryId,
    town.dispatcher,
  );
  await expect(
    setCommitments(town.platform, seeing(version), { ...rules, reason: 'Essai' }),
  ).rejects.toMatchObject({ status: 403 });
});

test('what is imported while it is open runs as what came by ourselves, and what is over does not', async () => {
  const row = {
    serviceCode: 'lampadaire',
    description: 'Éteint',
    channel: 'phone' as const,
    point: null,
    address: '12 rue des Lilas',
    communeId: null,
    communeName: null,
    organizationId: town.organizations.west,
    receivedAt: new Date('2026-11-23T09:00:00Z'),
  };
  const answered = { status: 'answered' as const, at: new Date('2026-11-23T10:00:00Z') };
  const { ids } = await importServiceRequests(town.platform, town.act(systemActor('test')), [
    { ...row, externalReference: 'open', history: [] },
    { ...row, externalReference: 'over', history: [answered] },
  ]);
  await town.drainJobs();
  expect(await clockOf(ids.get('open') as string, 'resolution')).toMatchObject({
    state: 'running',
  });
  expect(await clocksOf(ids.get('over') as string)).toEqual([]);
});
