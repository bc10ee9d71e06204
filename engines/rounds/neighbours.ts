import type { Model } from './model.ts';

/** For each job a list of others, nearest first: `ids[at[job]] … ids[at[job + 1] − 1]`. */
export interface Lists {
  at: Int32Array;
  ids: Int32Array;
}

/** Lists, with the cost of the way between each job and each of its neighbours. */
export interface Ways extends Lists {
  ways: Int32Array;
}

export interface Neighbours {
  /** Jobs near on the map, whatever the hour. */
  around: Lists;
  /** Jobs that are well done just before this one, just after it. */
  before: Ways;
  after: Ways;
  /**
   * How many times the way to a neighbour, less the way that it replaces, is what a place costs at
   * least: twice where ways obey the triangle, once where some lead nowhere, 0 where crews differ.
   */
  detour: number;
}

const MOST_AROUND = 200;
/** Of a time spent waiting, next to one spent on the way (Vidal et al. 2013). */
const WAITING = 0.2;

/** @param most length of the lists of insertion places */
export function findNeighbours(model: Model, most: number): Neighbours {
  const cost = new Float64Array(model.jobs);
  const { place, side, costs, costsAt, jobs, crews } = model;
  const way = (from: number, to: number) => costs[place[from]! * side + place[to]!]!;
  const ends = place.subarray(jobs, jobs + 2 * crews);
  const alike = costsAt.every((at) => at === costsAt[0]);
  return {
    around: listEach(model, MOST_AROUND, cost, (job, other) =>
      Math.min(between(model, job, other), between(model, other, job)),
    ),
    before: withWays(
      listEach(model, most, cost, (job, other) => inTime(model, other, job)),
      (job, other) => way(other, job),
    ),
    after: withWays(
      listEach(model, most, cost, (job, other) => inTime(model, job, other)),
      (job, other) => way(job, other),
    ),
    detour: alike ? (ends.includes(side - 1) ? 1 : 2) : 0,
  };
}

function withWays(lists: Lists, wayOf: (job: number, other: number) => number): Ways {
  const ways = new Int32Array(lists.ids.length);
  for (let job = 0; job + 1 < lists.at.length; job++) {
    for (let index = lists.at[job]!; index < lists.at[job + 1]!; index++) {
      ways[index] = wayOf(job, lists.ids[index]!);
    }
  }
  return { ...lists, ways };
}

function between(model: Model, from: number, to: number): number {
  return model.times[model.place[from]! * model.side + model.place[to]!]!;
}

/** Time lost from one job to the next at best; Infinity when the next is over by then. */
function inTime(model: Model, from: number, to: number): number {
  const way = between(model, from, to);
  const { open, close, duration } = model;
  const leave = duration[from]! + way;
  if (open[from]! + leave > close[to]!) return Number.POSITIVE_INFINITY;
  return way + WAITING * Math.max(0, open[to]! - (close[from]! + leave));
}

function listEach(
  { jobs }: Model,
  most: number,
  cost: Float64Array,
  costOf: (job: number, other: number) => number,
): Lists {
  const at = new Int32Array(jobs + 1);
  const ids: number[] = [];
  for (let job = 0; job < jobs; job++) {
    for (let other = 0; other < jobs; other++) {
      cost[other] = other === job ? Number.POSITIVE_INFINITY : costOf(job, other);
    }
    for (const id of least(cost, most)) ids.push(id);
    at[job + 1] = ids.length;
  }
  return { at, ids: Int32Array.from(ids) };
}

/** The indices of the least values, in order; never those that are infinite. */
function least(cost: Float64Array, most: number): number[] {
  let below = Number.POSITIVE_INFINITY;
  if (cost.length > 4 * most) {
    // A sample says where the wanted ones end; too few, and all are sorted.
    const sample: number[] = [];
    const step = Math.max(1, Math.floor(cost.length / 256));
    for (let at = 0; at < cost.length; at += step) sample.push(cost[at]!);
    sample.sort((a, b) => a - b);
    below = sample[Math.ceil((sample.length * most * 2) / cost.length)] ?? below;
  }
  const chosen: number[] = [];
  for (let at = 0; at < cost.length; at++) if (cost[at]! < below) chosen.push(at);
  if (chosen.length < most && below !== Number.POSITIVE_INFINITY) {
    chosen.length = 0;
    for (let at = 0; at < cost.length; at++) {
      if (cost[at] !== Number.POSITIVE_INFINITY) chosen.push(at);
    }
  }
  chosen.sort((a, b) => cost[a]! - cost[b]! || a - b);
  if (chosen.length > most) chosen.length = most;
  return chosen;
}
