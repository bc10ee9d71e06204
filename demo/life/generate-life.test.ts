import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../server/src/modules/service-requests/answers.ts';
import { catalogueFaults } from '../../server/src/modules/service-requests/catalogue.ts';
import {
  isClosed,
  type Move,
  next,
  type Status,
} from '../../server/src/modules/service-requests/model.ts';
import { parisDate } from '../../server/src/platform/clock/index.ts';
import type { DemonstrationRequest } from '../types.ts';
import { generateLife } from './generate-life.ts';
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
  it('is the same for the same seed, another for another', () => {
    expect(generateLife({ seed: 2026, today, town })).toEqual(life);
    const other = generateLife({ seed: 7, today, town });
    expect(other.requests[0]?.description).not.toBe(life.requests[0]?.description);
  });

  it('fills two years up to now, and not beyond', () => {
    expect(requests.length).toBeGreaterThan(22_000);
    expect(requests.length).toBeLessThan(26_500);
    const instants = requests.flatMap(({ requestedAt, history }) => [
      requestedAt,
      ...history.map(({ at }) => at),
    ]);
    const latest = instants.reduce((a, b) => (a > b ? a : b));
    expect(latest <= today.toISOString()).toBe(true);
  });

  it('goes forward, by legal moves only', () => {
    const moves: Partial<Record<Status, Move>> = {
      triaged: 'triage',
      planned: 'plan',
      started: 'start',
      done: 'complete',
      answered: 'answer',
      rejected: 'reject',
    };
    for (const { id, requestedAt, history } of requests) {
      expect(history[0], id).toMatchObject({ status: 'received', at: requestedAt });
      for (let step = 1; step < history.length; step++) {
        const [before, after] = [history[step - 1], history[step]];
        if (!before || !after) throw new Error(id);
        const gaveUp = before.status === 'started' && after.status === 'triaged';
        const move = gaveUp ? 'give-up' : (moves[after.status] as Move);
        expect(next(before.status, move), `${id}: ${before.status} → ${after.status}`).toBe(
          after.status,
        );
        expect(after.at >= before.at, id).toBe(true);
      }
    }
  });

  it('refers only to what exists', () => {
    const features = new Set(town.features.map(({ id }) => id));
    const services = new Set(life.catalogue.map(({ code }) => code));
    const slugs = new Set(organizations.map(({ slug }) => slug));
    const staff = new Set(people.map(({ id }) => id));
    const ids = new Set(requests.map(({ id }) => id));
    const teams = new Set(crews.map(({ id }) => id));
    expect(ids.size).toBe(requests.length);
    for (const request of requests) {
      expect(features.has(request.featureId), request.featureId).toBe(true);
      expect(services.has(request.serviceCode), request.serviceCode).toBe(true);
      expect(slugs.has(request.organization), request.organization).toBe(true);
      if (request.takenBy) expect(staff.has(request.takenBy)).toBe(true);
      if (request.duplicateOf) expect(ids.has(request.duplicateOf)).toBe(true);
      if (request.workOrderId) expect(ordersById.has(request.workOrderId)).toBe(true);
    }
    for (const order of workOrders) {
      expect(teams.has(order.crew)).toBe(true);
      expect(order.requestIds.every((id) => ids.has(id))).toBe(true);
    }
    for (const { organization, crew } of people) {
      expect(slugs.has(organization)).toBe(true);
      if (crew) expect(teams.has(crew)).toBe(true);
    }
  });

  it('keeps orders and requests in step', () => {
    for (const request of requests) {
      const order = ordersById.get(request.workOrderId ?? '');
      const status = statusOf(request);
      if (status === 'planned' || status === 'started') expect(order?.status).toBe(status);
      if (status === 'done') expect(order?.status).toBe('completed');
    }
    const ended = workOrders.filter(({ completedAt }) => completedAt);
    for (const { createdAt, startedAt, completedAt } of ended) {
      expect(createdAt <= (startedAt ?? '') && (startedAt ?? '') < (completedAt ?? '')).toBe(true);
    }
  });

  it('answers the questions of the catalogue as its forms would accept it', () => {
    expect(
      catalogueFaults(life.catalogue.map((service) => ({ ...service, offered: true }))),
    ).toEqual([]);
    const questions = new Map(life.catalogue.map((service) => [service.code, service.questions]));
    for (const { serviceCode, attributes } of requests) {
      expect(readAnswers(questions.get(serviceCode) ?? [], attributes)).toHaveProperty('answers');
    }
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
    expect(waiting.some(({ severity }) => severity >= 3)).toBe(true);
    expect(count(open, (request) => statusOf(request) === 'triaged')).toBeGreaterThan(60);
    expect(count(open, (request) => statusOf(request) === 'planned')).toBeGreaterThan(90);
    expect(count(open, (request) => statusOf(request) === 'started')).toBeGreaterThan(2);
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
