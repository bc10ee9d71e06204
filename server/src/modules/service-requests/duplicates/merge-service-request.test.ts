import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../../test/staffed-town.ts';
import type { Act, Actor } from '../../../platform/acts/index.ts';
import { eventsOf } from '../../../platform/events/index.ts';
import type { Problem } from '../../../platform/problem/index.ts';
import { answerServiceRequest } from '../answer-service-request.ts';
import { correctServiceRequest } from '../hand-over/correct-service-request.ts';
import { listServiceRequests } from '../list-service-requests.ts';
import { catalogueOf } from '../offered-services.ts';
import { readServiceRequest, readTimeline } from '../read-service-request.ts';
import { triageServiceRequest } from '../triage-service-request.ts';
import { setRules } from './duplicate-rules.ts';
import { mergeServiceRequest } from './merge-service-request.ts';
import { unmergeServiceRequest } from './unmerge-service-request.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown();
});
afterAll(() => town.close());

const seeing = (version: number, actor: Actor = town.dispatcher, more: Partial<Act> = {}) =>
  town.act(actor, { expectedVersion: version, ...more });
const read = (id: string, actor = town.dispatcher) =>
  readServiceRequest(town.platform, town.territoryId, actor, id);
const merge = (id: string, intoId: string, version = 1, actor = town.dispatcher) =>
  mergeServiceRequest(town.platform, seeing(version, actor), { id, intoId });
const unmerge = (id: string, version: number) =>
  unmergeServiceRequest(town.platform, seeing(version), { id });
async function inbox(): Promise<string[]> {
  const query = { status: 'received,triaged,planned,started', limit: 100 };
  const { items } = await listServiceRequests(
    town.platform,
    town.territoryId,
    town.dispatcher,
    query,
  );
  return items.map(({ id }) => id);
}

async function refusalOf(given: Promise<unknown>): Promise<Problem> {
  return given.then(
    () => expect.fail('It was accepted'),
    (problem) => problem,
  );
}

async function typesOf(id: string) {
  const events = await eventsOf(town.platform.db.read, town.territoryId, [id]);
  return events.map(({ type }) => type.replace('service-request.', ''));
}

/** A street of its own for each test, so that their requests never meet. */
let street = 0;
const place = (metresNorth = 0) => ({
  lat: 43.61 + street * 0.002 + metresNorth / 111_195,
  long: 3.82,
});
const report = (metresNorth = 0, facts = {}) =>
  town.request({ point: place(metresNorth), ...facts });

describe('a merge', () => {
  it('takes the request out of the inbox, and its leader shows its words', async () => {
    street++;
    const leader = await report();
    const member = await report(10, { description: 'Gros trou, ma roue a éclaté' });
    const merged = await merge(member.id, leader.id);
    expect(merged).toMatchObject({
      status: 'received',
      mergedIntoId: leader.id,
      leader: { id: leader.id, code: leader.code },
      allowed: ['comment', 'unmerge', 'moderate'],
    });
    const shown = await inbox();
    expect(shown).toContain(leader.id);
    expect(shown).not.toContain(member.id);
    expect(await read(leader.id)).toMatchObject({
      duplicatesCount: 1,
      members: [
        {
          id: member.id,
          description: 'Gros trou, ma roue a éclaté',
          contact: { name: 'Odile Résidente' },
          mayUnmerge: true,
        },
      ],
    });
    expect(await typesOf(member.id)).toEqual(['received', 'merged']);
    expect(await typesOf(leader.id)).toEqual(['received', 'joined']);
  });

  it('goes to the leader of what it was asked to join, and never chains', async () => {
    street++;
    const [leader, member, other] = [await report(), await report(5), await report(10)];
    await merge(member.id, leader.id);
    expect((await merge(other.id, member.id)).mergedIntoId).toBe(leader.id);
    expect((await read(leader.id)).duplicatesCount).toBe(2);
  });

  it('of a leader moves all that is joined to it', async () => {
    street++;
    const [one, two, three] = [await report(), await report(5), await report(10)];
    await merge(two.id, one.id);
    await merge(one.id, three.id, 2);
    expect((await read(two.id)).mergedIntoId).toBe(three.id);
    expect(await read(one.id)).toMatchObject({ mergedIntoId: three.id, duplicatesCount: 0 });
    expect((await read(three.id)).duplicatesCount).toBe(2);
    expect(await typesOf(two.id)).toEqual(['received', 'merged', 'merged']);
  });

  it('is refused when the group would be wider than twice the radius, and says how wide', async () => {
    street++;
    const [south, middle, north] = [await report(0), await report(40), await report(80)];
    await merge(south.id, middle.id);
    const refusal = await refusalOf(merge(north.id, middle.id));
    expect(refusal.type).toBe('/problems/service-requests/group-too-wide');
    expect(refusal.toDocument('fr').detail).toMatch(/sur (80|81) m ; .* 60 m au plus/);
    expect((await read(north.id)).mergedIntoId).toBeNull();
  });

  it('is refused with itself, its own member, what is closed, elsewhere, or under way', async () => {
    street++;
    const [leader, member, closed] = [await report(), await report(5), await report(6)];
    const elsewhere = await report(3, { organizationId: town.organizations.east });
    const planned = await report(4, { status: 'planned' });
    await merge(member.id, leader.id);
    await answerServiceRequest(town.platform, seeing(1), { id: closed.id, message: 'Fait.' });
    const kindOf = async (given: Promise<unknown>) =>
      (await refusalOf(given)).type.split('/').at(-1);
    expect(await kindOf(merge(leader.id, leader.id, 2))).toBe('joined-already');
    expect(await kindOf(merge(leader.id, member.id, 2))).toBe('joined-already');
    expect(await kindOf(merge(member.id, leader.id, 2))).toBe('merged');
    expect(await kindOf(merge(leader.id, closed.id, 2))).toBe('leader-closed');
    expect(await kindOf(merge(leader.id, elsewhere.id, 2))).toBe('unknown-leader');
    expect(await kindOf(merge(planned.id, leader.id))).toBe('illegal-move');
    expect(await kindOf(merge(leader.id, crypto.randomUUID(), 2))).toBe('unknown-leader');
    expect(await kindOf(unmerge(leader.id, 2))).toBe('not-merged');
    expect(
      await kindOf(
        triageServiceRequest(town.platform, seeing(2), { id: member.id, severity: 4, urgency: 4 }),
      ),
    ).toBe('merged');
  });

  it('of two dispatchers who join A to B and B to A at once, one succeeds', async () => {
    street++;
    for (let round = 0; round < 5; round++) {
      const [a, b] = [await report(), await report(5)];
      const outcomes = await Promise.allSettled([merge(a.id, b.id), merge(b.id, a.id)]);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused).toHaveLength(1);
      expect(refused[0]?.reason.type).toBe('/problems/common/precondition-failed');
      const [nowA, nowB] = [await read(a.id), await read(b.id)];
      expect([nowA.mergedIntoId === b.id, nowB.mergedIntoId === a.id].filter(Boolean)).toHaveLength(
        1,
      );
      expect(nowA.duplicatesCount + nowB.duplicatesCount).toBe(1);
    }
  });
});

describe('taking a request out again', () => {
  it('restores it wholly, whatever became of its leader', async () => {
    street++;
    const [leader, member] = [await report(), await report(5)];
    await triageServiceRequest(town.platform, seeing(1), {
      id: member.id,
      severity: 4,
      urgency: 3,
    });
    const before = await read(member.id);
    await merge(member.id, leader.id, 2);
    await answerServiceRequest(town.platform, seeing(2), { id: leader.id, message: 'Réparé.' });
    const { version } = await read(member.id);
    const after = await unmerge(member.id, version);
    const { version: _, updatedAt: __, duplicates: ___, ...was } = before;
    expect(after).toMatchObject(was);
    expect(await inbox()).toContain(member.id);
    expect(await read(leader.id)).toMatchObject({ duplicatesCount: 0, members: [] });
    const story = await readTimeline(town.platform, town.territoryId, town.dispatcher, member.id);
    expect(story.map(({ title }) => title)).toEqual([
      'Demande reçue',
      'Demande prise en charge',
      'Demande jointe à une autre',
      'Demande de nouveau traitée à part',
    ]);
  });
});

describe('a correction of the one that leads', () => {
  // Of who is competent there, whatever it is corrected to.
  const holder = () => town.actor('dispatcher', town.organizations.metropole);
  const correct = async (id: string, facts: object) => {
    const { version } = await read(id, holder());
    return correctServiceRequest(town.platform, seeing(version, holder()), { id, ...facts });
  };

  it('is refused when its group would be wider than one problem, by place or by service', async () => {
    street += 1;
    const { services } = await catalogueOf(town.platform, town.territoryId);
    const theirs = { organizationId: town.organizations.metropole };
    const { serviceCode } = await report(0, theirs);
    const other = services.find(({ code, offered }) => offered && code !== serviceCode);
    const rule = { openDays: 84, pastDays: 28, confusedWith: [] };
    const director = town.actor('administrator', town.organizations.west);
    await setRules(town.platform, town.act(director, { expectedVersion: 0 }), [
      { ...rule, serviceCode, radiusMetres: 50 },
      { ...rule, serviceCode: other?.code ?? '', radiusMetres: 10 },
    ]);
    const leader = await report(0, theirs);
    const member = await report(60, theirs);
    await merge(member.id, leader.id, 1, holder());
    const before = await read(leader.id, holder());

    const moved = await refusalOf(correct(leader.id, { point: place(-50) }));
    expect(moved).toMatchObject({ status: 409, type: expect.stringMatching(/group-too-wide$/) });
    expect(JSON.stringify(moved.detail)).toMatch(/sur 11[01] m .* 100 m au plus/);
    const narrower = await refusalOf(correct(leader.id, { serviceCode: other?.code }));
    expect(narrower).toMatchObject({ type: expect.stringMatching(/group-too-wide$/) });
    expect(await read(leader.id, holder())).toMatchObject({
      version: before.version,
      point: before.point,
    });

    // Near enough, or alone again, it moves.
    expect(await correct(leader.id, { point: place(-30) })).toMatchObject({
      point: { lat: expect.closeTo(place(-30).lat, 6) },
    });
    const { version } = await read(member.id, holder());
    await unmergeServiceRequest(town.platform, seeing(version, holder()), { id: member.id });
    expect(await correct(leader.id, { point: place(-300) })).toMatchObject({
      duplicatesCount: 0,
      point: { lat: expect.closeTo(place(-300).lat, 6) },
    });
  });
});
