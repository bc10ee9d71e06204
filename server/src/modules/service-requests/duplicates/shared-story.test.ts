import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../../test/staffed-town.ts';
import type { Act } from '../../../platform/acts/index.ts';
import { answerServiceRequest } from '../answer-service-request.ts';
import { commentServiceRequest } from '../comment-service-request.ts';
import type { Status } from '../model.ts';
import { listPublished } from '../open311/store.ts';
import { reactions } from '../reactions.ts';
import { requestsToCount } from '../read-for-others.ts';
import { readServiceRequest } from '../read-service-request.ts';
import { reopenServiceRequest } from '../reopen-service-request.ts';
import { trackServiceRequest } from '../track-service-request.ts';
import { mergeServiceRequest } from './merge-service-request.ts';
import { unmergeServiceRequest } from './unmerge-service-request.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown({ reactions });
});
afterAll(() => town.close());

const seeing = (expectedVersion: number, more: Partial<Act> = {}) =>
  town.act(town.dispatcher, { expectedVersion, ...more });
const track = (code: string) =>
  trackServiceRequest(town.platform, town.territoryId, async () => undefined, { code });
const read = (id: string) =>
  readServiceRequest(town.platform, town.territoryId, town.dispatcher, id);
async function group() {
  const leader = await town.request({ description: 'Trou' });
  await commentServiceRequest(town.platform, seeing(1), {
    id: leader.id,
    text: 'Bonjour Madame Petit, nous passerons.',
    public: true,
  });
  const member = await town.request({ description: 'Gros trou' });
  await mergeServiceRequest(town.platform, seeing(1), { id: member.id, intoId: leader.id });
  return { leader, member };
}

const ANY = {
  ids: undefined,
  serviceCodes: undefined,
  from: undefined,
  to: undefined,
  updatedAfter: undefined,
  updatedBefore: undefined,
  box: undefined,
  extensions: false,
};

describe('who reported a joined request', () => {
  it('reads on under their own code what becomes of the leader', async () => {
    const { leader, member } = await group();
    const { version } = await read(leader.id);
    town.clock.advance?.(60_000);
    await answerServiceRequest(town.platform, seeing(version), {
      id: leader.id,
      message: 'Le trou est rebouché.',
    });
    const told = await track(member.code);
    expect(told).toMatchObject({
      code: member.code,
      status: 'answered',
      statusLabel: 'Répondue',
      joinedTo: { receivedAt: leader.receivedAt.toISOString(), reports: 2 },
    });
    expect(told.closedAt).not.toBeNull();
    expect(told.timeline.map(({ title }) => title)).toContain('Demande jointe à une autre');
    expect(told.timeline.find(({ title }) => title === 'Réponse envoyée')?.detail).toBe(
      'Le trou est rebouché.',
    );
    // Neither the code of the other, nor what was written to the one who reported it.
    expect(JSON.stringify(told)).not.toContain(leader.code);
    expect(JSON.stringify(told)).not.toContain('Madame Petit');
    expect(told.timeline.filter(({ title }) => title === 'Demande reçue')).toHaveLength(1);
  });

  it('has their own story back when it is taken out', async () => {
    const { leader, member } = await group();
    const { version } = await read(leader.id);
    await answerServiceRequest(town.platform, seeing(version), { id: leader.id, message: 'Fait.' });
    const { version: now } = await read(member.id);
    await unmergeServiceRequest(town.platform, seeing(now), { id: member.id });
    expect(await track(member.code)).toMatchObject({
      status: 'received',
      closedAt: null,
      joinedTo: null,
    });
  });
});

describe('a joined request', () => {
  it('counts as received when it was, and as closed and reopened with its leader', async () => {
    const { leader, member } = await group();
    const count = async () => {
      const found = await requestsToCount(town.platform.db.read, town.territoryId, [leader.id]);
      const one = found.find(({ id }) => id === member.id);
      return { found: found.length, status: one?.status, version: one?.version ?? 0 };
    };
    const before = await count();
    expect(before).toMatchObject({ found: 2, status: 'received' });
    const { version } = await read(leader.id);
    await answerServiceRequest(town.platform, seeing(version), { id: leader.id, message: 'Fait.' });
    const closed = await count();
    expect(closed.status).toBe('answered');
    expect(closed.version).toBeGreaterThan(before.version);
    await reopenServiceRequest(town.platform, seeing(version + 1), {
      id: leader.id,
      reason: 'Encore là',
    });
    expect((await count()).status).toBe('received');
  });

  it('is told to other programs with the state of its leader', async () => {
    const { leader, member } = await group();
    const { version } = await read(leader.id);
    await answerServiceRequest(town.platform, seeing(version), { id: leader.id, message: 'Fait.' });
    const list = async (statuses: Status[]) => {
      const query = { ...ANY, page: 1, pageSize: 1_000, statuses };
      const found = await listPublished(town.platform.db.read, town.territoryId, query, {
        services: [],
        exceptFrom: [],
      });
      return found.find(({ id }) => id === member.id);
    };
    expect(await list(['answered'])).toMatchObject({ status: 'answered' });
    expect(await list(['received'])).toBeUndefined();
  });

  it('gives the work of its crew to its leader, whatever came first', async () => {
    const { leader, member } = await group();
    const { platform } = town;
    await platform.db.transaction((tx) =>
      platform.events.publish(tx, town.ownAct(), {
        type: 'work-order.planned',
        subject: crypto.randomUUID(),
        organizationId: town.organizations.west,
        data: {
          serviceRequestId: member.id,
          number: 'I-1',
          status: 'planned',
          crewName: 'Voirie',
          scheduledStart: '2026-11-25T08:00:00.000Z',
          outcome: null,
          photoIds: [],
        },
      }),
    );
    await town.drainJobs();
    expect(await read(leader.id)).toMatchObject({
      status: 'planned',
      workOrder: { number: 'I-1' },
    });
    expect(await read(member.id)).toMatchObject({ status: 'received', workOrder: null });
    expect((await track(member.code)).status).toBe('planned');
  });
});
