import type { Random } from '../core/random.ts';
import type { Crew, DemonstrationRequest, DemonstrationWorkOrder } from '../types.ts';
import { type Calendar, HOUR, MINUTE } from './calendar.ts';
import { daysPromised } from './grade.ts';
import { afterLunch, roundUp } from './rounds.ts';
import { beforeVisit, unfinished } from './truncate.ts';

const FIRST_JOB = 8 * HOUR;
const LAST_JOB = 15.75 * HOUR;
/** Jobs of a crew today, by its size. */
const JOBS = [3, 4, 5, 6];
/** How far back a finished job may be taken to be today's instead. */
const RECENT = 75 * 24 * HOUR;
/** A crew has no fewer, were it to do late what it had done long ago. */
const FEWEST = 3;
/** Days of a calendar for one that is worked. */
const CALENDAR = 1.3;

interface Job {
  request: DemonstrationRequest;
  order: DemonstrationWorkOrder;
}

/**
 * Gives every crew a day of work today, of what it has open and of what it had just finished, so
 * that whoever opens the demonstration, on whatever day, finds the teams at work.
 *
 * @returns the requests and orders, with those of today in the place of the former ones
 */
export function fillToday(
  random: Random,
  calendar: Calendar,
  crews: readonly Crew[],
  requests: readonly DemonstrationRequest[],
  orders: readonly DemonstrationWorkOrder[],
): { requests: DemonstrationRequest[]; orders: DemonstrationWorkOrder[] } {
  const byId = new Map(requests.map((request) => [request.id, request]));
  const ordersById = new Map(orders.map((order) => [order.id, order]));
  const byCrew = Map.groupBy(orders, ({ crew }) => crew);
  for (const [rank, crew] of crews.entries()) {
    const own = (byCrew.get(crew.id) ?? []).flatMap((order): Job[] => {
      const request = byId.get(order.requestIds[0] as string);
      return request && request.workOrderId === order.id ? [{ request, order }] : [];
    });
    const jobs = chooseJobs(calendar, own, JOBS[crew.size] ?? 4);
    const starts = layOut(random, calendar, jobs.length);
    const placed = jobs.map((job, index) => plan(job, starts[index] as number));
    // One crew in three is at work, as far as the hour allows.
    const current = placed.findLast(({ start }) => start + 10 * MINUTE < calendar.now);
    if (current && rank % 3 === 0) begin(current, calendar.now);
    for (const { request, order } of placed) {
      byId.set(request.id, request);
      ordersById.set(order.id, order);
    }
  }
  return { requests: [...byId.values()], orders: [...ordersById.values()] };
}

/**
 * Those of today first, then the freshest of the finished ones, then the next ones planned. What
 * would be late if it were done today is the last resort.
 */
function chooseJobs({ today, now }: Calendar, own: readonly Job[], count: number): Job[] {
  const tomorrow = today.start + 24 * HOUR;
  const startOf = ({ order }: Job) => Date.parse(order.scheduledStart);
  const open = own.filter(({ order }) => order.status === 'planned' || order.status === 'started');
  const ofToday = open.filter((job) => startOf(job) < tomorrow);
  const finished = own
    .filter(({ order, request }) => order.status === 'completed' && request.severity < 4)
    .filter((job) => startOf(job) < today.start && startOf(job) > now - RECENT)
    .toSorted((a, b) => startOf(b) - startOf(a));
  const later = open
    .filter((job) => startOf(job) >= tomorrow)
    .toSorted((a, b) => startOf(a) - startOf(b));
  const wanted = Math.max(count, ofToday.length);
  const [inTime = [], late = []] = [true, false].map((wantsKept) =>
    finished.filter(({ request }) => isInTime(request, now) === wantsKept),
  );
  const jobs = [...ofToday, ...inTime, ...later].slice(0, wanted);
  return [...jobs, ...late.slice(0, Math.max(0, FEWEST - jobs.length))];
}

function isInTime({ requestedAt, serviceCode }: DemonstrationRequest, now: number): boolean {
  return Date.parse(requestedAt) > now - daysPromised(serviceCode) * CALENDAR * 24 * HOUR;
}

function layOut(random: Random, { today }: Calendar, count: number): number[] {
  const step = (LAST_JOB - FIRST_JOB) / Math.max(1, count);
  return Array.from({ length: count }, (_, index) =>
    afterLunch(
      roundUp(today.start + FIRST_JOB + index * step + random.integer(0, 2) * 10 * MINUTE),
      today.start,
    ),
  );
}

function plan({ request, order }: Job, start: number): Job & { start: number } {
  return {
    request: beforeVisit(request),
    order: { ...unfinished(order, false), scheduledStart: new Date(start).toISOString() },
    start,
  };
}

function begin(job: Job & { start: number }, now: number): void {
  const startedAt = new Date(Math.min(job.start + 4 * MINUTE, now)).toISOString();
  job.order = { ...job.order, status: 'started', startedAt };
  job.request = {
    ...job.request,
    history: [...job.request.history, { status: 'started', at: startedAt }],
  };
}
