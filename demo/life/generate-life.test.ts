import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../server/src/modules/service-requests/answers.ts';
import { catalogueFaults } from '../../server/src/modules/service-requests/catalogue.ts';
import {
  isClosed,
  type Move,
  next,
  type Status,
} from '../../server/src/modules/service-requests/model.ts';
import { addWorkingDays, parisDate } from '../../server/src/platform/clock/index.ts';
import type { DemonstrationRequest } from '../types.ts';
import { generateLife } from './generate-life.ts';
import { daysPromised } from './grade.ts';
import { buildSmallTown } from './small-town.fixture.ts';

const town = buildSmallTown();
const today = new Date('2026-11-24T13:20:00Z');
const life = generateLife({ seed: 2026, today, town });
const { requests, workOrders, crews, people, organizations } = life;
const ordersById = new Map(workOrders.map((order) => [order.id, order]));
const statusOf = ({ history }: DemonstrationRequest) => history.at(-1)?.status as Status;
const count = <T>(items: readonly T[], test: (item: T) => boolean) => items.filter(test).length;

/** Requests of a service per day, in the months given. */
function pace(prefix: string, months: number[]): number {
  const inMonths = requests.filter(
    ({ serviceCode, requestedAt }) =>
      serviceCode.startsWith(prefix) && months.includes(Number(requestedAt.slice(5, 7))),
  );
  return inMonths.length / months.length;
}

describe('a life', () => {
  it('is the same for the same seed', () => {
    const again = generateLife({ seed: 2026, today, town });
    expect(isDeepStrictEqual(again, life)).toBe(true);
  });

  it('fills two years up to now, and not beyond', () => {
    expect(requests.length).toBeGreaterThan(22_000);
    expect(requests.length).toBeLessThan(26_500);
    const instants = requests.flatMap(({ requestedAt, history }) => [
      requestedAt,
      ...history.map(({ at }) => at),
    ]);
    expect(instants.toSorted().at(-1)?.localeCompare(today.toISOString())).not.toBe(1);
  });

  it('goes forward, by legal moves only', () => {
    const moves: Partial<Record<Status, Move>> = {
      received: 'reopen',
      triaged: 'triage',
      planned: 'plan',
      started: 'start',
      done: 'finish',
      answered: 'answer',
      rejected: 'reject',
    };
    const faults = requests.flatMap(({ id, requestedAt, history }) => {
      const [first, ...later] = history;
      if (first?.status !== 'received' || first.at !== requestedAt) return [`${id}: begins badly`];
      return later.flatMap(({ status, at }, index) => {
        const before = history[index] as (typeof history)[number];
        const gaveUp = before.status === 'started' && status === 'triaged';
        const move = gaveUp ? 'give-up' : (moves[status] as Move);
        const legal = next(before.status, move) === status && at >= before.at;
        return legal ? [] : [`${id}: ${before.status} ${before.at} → ${status} ${at}`];
      });
    });
    expect(faults).toEqual([]);
  });

  it('refers only to what exists', () => {
    const features = new Set(town.features.map(({ id }) => id));
    const services = new Set(life.catalogue.map(({ code }) => code));
    const slugs = new Set(organizations.map(({ slug }) => slug));
    const staff = new Set(people.map(({ id }) => id));
    const ids = new Set(requests.map(({ id }) => id));
    const teams = new Set(crews.map(({ id }) => id));
    expect(ids.size).toBe(requests.length);
    const known = (set: Set<string>, id: string | undefined) => id === undefined || set.has(id);
    const lost = requests.filter(
      (request) =>
        !features.has(request.featureId) ||
        !services.has(request.serviceCode) ||
        !slugs.has(request.organization) ||
        !known(staff, request.takenBy) ||
        !known(ids, request.duplicateOf) ||
        (request.workOrderId !== undefined && !ordersById.has(request.workOrderId)),
    );
    expect(lost).toEqual([]);
    const astray = workOrders.filter(
      ({ crew, requestIds }) => !teams.has(crew) || !requestIds.every((id) => ids.has(id)),
    );
    expect(astray).toEqual([]);
    expect(
      people.filter(({ crew, organization }) => !known(teams, crew) || !slugs.has(organization)),
    ).toEqual([]);
  });

  it('keeps orders and requests in step', () => {
    const expected: Partial<Record<Status, string>> = {
      planned: 'planned',
      started: 'started',
      done: 'completed',
    };
    const apart = requests.filter((request) => {
      const wanted = expected[statusOf(request)];
      return wanted && ordersById.get(request.workOrderId ?? '')?.status !== wanted;
    });
    expect(apart).toEqual([]);
    const backward = workOrders.filter(
      ({ createdAt, startedAt, completedAt }) =>
        completedAt && !(createdAt <= (startedAt ?? '') && (startedAt ?? '') < completedAt),
    );
    expect(backward).toEqual([]);
  });

  it('answers the questions of the catalogue as its forms would accept it', () => {
    expect(
      catalogueFaults(life.catalogue.map((service) => ({ ...service, offered: true }))),
    ).toEqual([]);
    const questions = new Map(life.catalogue.map((service) => [service.code, service.questions]));
    const refused = requests.filter(
      ({ serviceCode, attributes }) =>
        'faults' in readAnswers(questions.get(serviceCode) ?? [], attributes),
    );
    expect(refused).toEqual([]);
    expect(count(requests, ({ attributes }) => Object.keys(attributes).length > 0)).toBeGreaterThan(
      2_000,
    );
  });

  it('shows the seasons', () => {
    expect(pace('lighting.lamp-out', [11, 12, 1])).toBeGreaterThan(
      2.5 * pace('lighting.lamp-out', [5, 6, 7]),
    );
    expect(pace('green.maintenance', [5, 6])).toBeGreaterThan(
      3 * pace('green.maintenance', [11, 12, 1, 2]),
    );
    expect(pace('roads.pothole', [1, 2, 3])).toBeGreaterThan(
      1.8 * pace('roads.pothole', [7, 8, 9]),
    );
    expect(life.storms).toHaveLength(3);
    const trees = requests.filter(({ serviceCode }) => serviceCode === 'green.tree');
    for (const { from, until } of life.storms) {
      const during = count(trees, ({ requestedAt }) => requestedAt >= from && requestedAt <= until);
      expect(during).toBeGreaterThan((trees.length / 730) * 6);
    }
  });

  it('leaves to do what a day leaves to do', () => {
    const open = requests.filter((request) => !isClosed(statusOf(request)));
    expect(open.length).toBeGreaterThan(250);
    expect(open.length).toBeLessThan(500);
    const waiting = open.filter((request) => statusOf(request) === 'received');
    expect(waiting.length).toBeGreaterThan(20);
    expect(waiting.length).toBeLessThan(75);
    expect(count(waiting, ({ severity }) => severity === 4)).toBeGreaterThanOrEqual(2);
    expect(count(open, (request) => statusOf(request) === 'triaged')).toBeGreaterThan(40);
    expect(count(open, (request) => statusOf(request) === 'planned')).toBeGreaterThan(90);
    expect(count(open, (request) => statusOf(request) === 'started')).toBeGreaterThan(2);
  });

  it('keeps most of what it promises, and reopens what was closed too soon', () => {
    const promised = (request: DemonstrationRequest) =>
      addWorkingDays(parisDate(new Date(request.requestedAt)), daysPromised(request.serviceCode));
    const isLate = (request: DemonstrationRequest, end: Date) => parisDate(end) > promised(request);
    const closed = requests.filter(
      (request, index) => index % 10 === 0 && isClosed(statusOf(request)),
    );
    const open = requests.filter((request) => !isClosed(statusOf(request)));
    const late = count(closed, (request) =>
      isLate(request, new Date(request.history.at(-1)?.at ?? '')),
    );
    expect(late / closed.length).toBeGreaterThan(0.05);
    expect(late / closed.length).toBeLessThan(0.2);
    const lateNow = count(open, (request) => isLate(request, today));
    expect(lateNow).toBeGreaterThan(5);
    expect(lateNow / open.length).toBeLessThan(0.25);
    expect(
      count(requests, ({ history }) => history.some(({ disputed }) => disputed === true)),
    ).toBeGreaterThan(200);
  });

  it('is asked for by every channel, near half by telephone and at the desk', () => {
    const shares = new Map(
      [...Map.groupBy(requests, ({ channel }) => channel)].map(([channel, some]) => [
        channel,
        some.length / requests.length,
      ]),
    );
    expect([...shares.keys()].toSorted()).toEqual([
      'desk',
      'elected',
      'letter',
      'mail',
      'phone',
      'sms',
      'social',
      'web',
    ]);
    const spoken = (shares.get('phone') ?? 0) + (shares.get('desk') ?? 0);
    expect(spoken).toBeGreaterThan(0.42);
    expect(spoken).toBeLessThan(0.55);
  });

  it('is judged by some, once it is over, and mostly well', () => {
    const rated = requests.flatMap(({ rating, history }) =>
      rating ? { ...rating, end: history.at(-1) } : [],
    );
    expect(rated.length).toBeGreaterThan(1_000);
    expect(rated.every(({ at, end }) => end && isClosed(end.status) && at >= end.at)).toBe(true);
    const pleased = count(rated, ({ score }) => score === 3);
    expect(pleased).toBeGreaterThan(rated.length / 2);
    expect(pleased).toBeLessThan(rated.length * 0.8);
  });

  it('tells stories of what is open: passed on, refused, joined, asked, answered', () => {
    const byId = new Map(requests.map((request) => [request.id, request]));
    const kinds = new Set(life.stories.flatMap(({ deeds }) => deeds.map(({ kind }) => kind)));
    expect([...kinds].toSorted()).toEqual([
      'answer',
      'ask',
      'contest',
      'insist',
      'join',
      'refuse',
      'transfer',
      'write',
    ]);
    expect(new Set(life.stories.map(({ request }) => request)).size).toBe(life.stories.length);
    for (const { request, from, deeds } of life.stories) {
      const told = byId.get(request) as DemonstrationRequest;
      const isOver = deeds[0]?.kind === 'contest';
      expect(isOver ? ['done'] : ['received', 'triaged'], request).toContain(statusOf(told));
      expect(from < today.toISOString() && from >= (told.history.at(-1)?.at ?? ''), request).toBe(
        true,
      );
      for (const deed of deeds) {
        if (deed.kind !== 'join') continue;
        const leader = byId.get(deed.leader) as DemonstrationRequest;
        expect(isClosed(statusOf(leader))).toBe(false);
        expect(leader.organization).toBe(told.organization);
      }
    }
    expect(count(requests, ({ isLive }) => isLive === true)).toBeGreaterThanOrEqual(4);
  });

  it('gives each crew a day of work today', () => {
    for (const { id, name } of crews) {
      const jobs = workOrders.filter(
        ({ crew, scheduledStart, status }) =>
          crew === id &&
          parisDate(new Date(scheduledStart)) === parisDate(today) &&
          (status === 'planned' || status === 'started'),
      );
      expect(jobs.length, name).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(['2027-01-01T02:10:00Z', '2026-03-29T01:30:00Z', '2028-08-13T21:50:00Z'])(
    'holds on any day, and with another seed is another: %s',
    (instant) => {
      const then = generateLife({ seed: 1, today: new Date(instant), town });
      expect(then.requests[0]?.description).not.toBe(life.requests[0]?.description);
      const open = then.requests.filter((request) => !isClosed(statusOf(request)));
      expect(open.length).toBeGreaterThan(150);
      const busy = new Set(
        then.workOrders
          .filter(
            ({ scheduledStart }) =>
              parisDate(new Date(scheduledStart)) === parisDate(new Date(instant)),
          )
          .map(({ crew }) => crew),
      );
      expect(busy.size).toBe(then.crews.length);
    },
  );

  it('never says the same thing a hundred times', () => {
    const said = Map.groupBy(requests, ({ description }) => description);
    expect(said.size / requests.length).toBeGreaterThan(0.9);
    expect(requests.every(({ description }) => !/[{}[\]|]|undefined/.test(description))).toBe(true);
  });

  it('has one of each role first, and addresses of its own', () => {
    const roles = new Set(people.map(({ role }) => role));
    expect(new Set(people.slice(0, 8).map(({ role }) => role))).toEqual(roles);
    expect(roles.size).toBe(8);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    expect(people.every(({ email }) => /^[a-z.-]+@[a-z-]+\.val-serein\.example$/.test(email))).toBe(
      true,
    );
  });
});
