import { Clockwork } from './clockwork.ts';
import { NEVER } from './limits.ts';
import type { Model } from './model.ts';
import { Undo } from './undo.ts';

/**
 * A plan that can be changed: rounds as linked lists of nodes, each with what every move asks of it.
 * `dep` is when the crew can leave a node, `late` the latest that it may come there for all the rest
 * to be in time. A job between two nodes costs two sums and two comparisons, however long the round
 * is: every constraint that is not priced by the hour lives in them.
 */
export class State {
  readonly model: Model;
  readonly clock: Clockwork;
  readonly undo: Undo;
  readonly next: Int32Array;
  readonly prev: Int32Array;
  /** Crew of each node; −1 for a job unserved. */
  readonly crew: Int32Array;
  readonly dep: Int32Array;
  readonly late: Int32Array;
  /** Cost and time of the way into each node. */
  readonly arc: Int32Array;
  readonly ride: Int32Array;
  /** First and last beginning, narrowed by orders between jobs. */
  readonly open: Int32Array;
  readonly close: Int32Array;
  /** Jobs by round, load by round and dimension. */
  readonly size: Int32Array;
  readonly load: Int32Array;
  /** With shipments: load on leaving a node, and the most from there on; by dimension and node. */
  readonly run: Int32Array;
  readonly peak: Int32Array;
  /** 1 where nothing may be put behind: within the locked beginning of a round. */
  readonly sealed: Uint8Array;
  /** Jobs unserved, in no order, and where each stands among them (−1: served). */
  readonly absent: Int32Array;
  readonly absentAt: Int32Array;
  absentCount = 0;
  /** Whole cost inside. */
  cost = 0;
  readonly #firstEmpty: Int32Array;

  constructor(model: Model) {
    const { nodes, jobs, crews, dimensions } = model;
    this.model = model;
    this.next = new Int32Array(nodes).fill(-1);
    this.prev = new Int32Array(nodes).fill(-1);
    this.crew = new Int32Array(nodes).fill(-1);
    this.dep = new Int32Array(nodes);
    this.late = new Int32Array(nodes);
    this.arc = new Int32Array(nodes);
    this.ride = new Int32Array(nodes);
    this.open = model.open.slice();
    this.close = model.close.slice();
    this.size = new Int32Array(crews);
    this.load = new Int32Array(crews * dimensions);
    this.run = new Int32Array(model.hasShipments ? nodes * dimensions : 0);
    this.peak = new Int32Array(model.hasShipments ? nodes * dimensions : 0);
    this.sealed = new Uint8Array(nodes);
    this.absent = new Int32Array(jobs);
    this.absentAt = new Int32Array(jobs).fill(-1);
    this.clock = new Clockwork(this);
    this.undo = new Undo(this);
    this.#firstEmpty = new Int32Array(model.classes.length);
    for (let job = 0; job < jobs; job++) this.#makeAbsent(job);
    for (let crew = 0; crew < crews; crew++) {
      const locked = model.locked[crew]!;
      this.sealed[jobs + crew] = locked.length > 0 ? 1 : 0;
      for (const job of locked.subarray(0, -1)) this.sealed[job] = 1;
      this.setRoute(crew, [], 0, 0);
    }
  }

  startOf(crew: number): number {
    return this.model.jobs + crew;
  }

  endOf(crew: number): number {
    return this.model.jobs + this.model.crews + crew;
  }

  /** Puts a whole round in the place of the one that is there; its old jobs must be placed again. */
  setRoute(crew: number, jobs: ArrayLike<number>, from: number, to: number): void {
    const start = this.startOf(crew);
    const end = this.endOf(crew);
    let last = start;
    this.crew[start] = crew;
    this.crew[end] = crew;
    this.load.fill(0, crew * this.model.dimensions, (crew + 1) * this.model.dimensions);
    for (let at = from; at < to; at++) {
      const job = jobs[at]!;
      this.next[last] = job;
      this.prev[job] = last;
      this.crew[job] = crew;
      if (this.absentAt[job]! >= 0) this.#makePresent(job);
      this.addLoad(crew, job, 1);
      this.#measureWay(crew, last, job);
      last = job;
    }
    this.next[last] = end;
    this.prev[end] = last;
    this.#measureWay(crew, last, end);
    this.size[crew] = to - from;
    if (to === from) this.noteEmpty(crew);
    this.refresh(crew);
  }

  /** Puts a job behind a node of a round. */
  insert(job: number, behind: number): void {
    const crew = this.crew[behind]!;
    const before = this.next[behind]!;
    this.undo.keep(crew);
    this.cost -= this.arc[before]! + this.model.prize[job]!;
    if (this.model.hasAffinity) this.cost += this.model.affinity[job * this.model.crews + crew]!;
    if (this.size[crew] === 0) this.cost += this.model.idle[crew]!;
    this.next[behind] = job;
    this.prev[job] = behind;
    this.next[job] = before;
    this.prev[before] = job;
    this.#measureWay(crew, behind, job);
    this.#measureWay(crew, job, before);
    this.cost += this.arc[job]! + this.arc[before]!;
    this.crew[job] = crew;
    this.size[crew]!++;
    this.#makePresent(job);
    this.addLoad(crew, job, 1);
    this.refreshFrom(crew, behind, before);
  }

  /** Takes a job out; the round is stale until {@link refreshFrom}. */
  takeOut(job: number): void {
    const crew = this.crew[job]!;
    this.undo.keep(crew);
    const behind = this.prev[job]!;
    const before = this.next[job]!;
    this.cost += this.model.prize[job]! - this.arc[job]! - this.arc[before]!;
    if (this.model.hasAffinity) this.cost -= this.model.affinity[job * this.model.crews + crew]!;
    this.next[behind] = before;
    this.prev[before] = behind;
    this.#measureWay(crew, behind, before);
    this.cost += this.arc[before]!;
    this.crew[job] = -1;
    this.#makeAbsent(job);
    this.addLoad(crew, job, -1);
    if (--this.size[crew]! > 0) return;
    this.cost -= this.model.idle[crew]!;
    this.noteEmpty(crew);
  }

  /** Travel added by a job between two nodes. */
  arcsBetween(crew: number, behind: number, job: number, before: number): number {
    const { costs, costsAt, place, side } = this.model;
    const at = costsAt[crew]!;
    const row = at + place[behind]! * side;
    return (
      costs[row + place[job]!]! +
      costs[at + place[job]! * side + place[before]!]! -
      costs[row + place[before]!]!
    );
  }

  #measureWay(crew: number, from: number, to: number): void {
    const { costs, costsAt, times, timesAt, place, side } = this.model;
    const cell = place[from]! * side + place[to]!;
    this.arc[to] = costs[costsAt[crew]! + cell]!;
    this.ride[to] = times[timesAt[crew]! + cell]!;
  }

  /** Whether a round that is up to date keeps its hours: a stop less may mean a longer way. */
  isInTime(crew: number): boolean {
    const start = this.startOf(crew);
    const first = this.next[start]!;
    if (this.size[crew] === 0) return true;
    if (this.dep[start]! + this.ride[first]! > this.late[first]!) return false;
    return this.model.timed[crew] === 0 || this.clock.costOf(crew) < Number.POSITIVE_INFINITY;
  }

  /** Brings a whole round up to date, its cost by the hour too. */
  refresh(crew: number): void {
    this.refreshFrom(crew, this.startOf(crew), this.endOf(crew), true);
  }

  /**
   * Brings up to date what follows `behind` and what precedes `before`; without `whole`, stops where
   * nothing changes any more.
   */
  refreshFrom(crew: number, behind: number, before: number, whole = false): void {
    const { model } = this;
    if (model.timed[crew] === 1) this.clock.forward(crew, whole ? this.startOf(crew) : behind);
    else this.#forward(crew, behind, before, whole);
    this.#backward(crew, before, behind, whole);
    if (model.hasShipments) this.#refreshLoads(crew);
  }

  #forward(crew: number, from: number, until: number, whole: boolean): void {
    const { duration, hasWindows, jobs } = this.model;
    const { next, dep, open, ride } = this;
    const end = this.endOf(crew);
    let node = from;
    let time: number;
    if (node < this.model.jobs || !whole) time = dep[node]!;
    else {
      time = open[node]!;
      dep[node] = time;
    }
    let reached = false;
    while (node !== end) {
      const to = next[node]!;
      time += ride[to]!;
      if (time < open[to]!) time = open[to]!;
      else if (hasWindows && to < jobs) time = this.windowFrom(to, time);
      time += duration[to]!;
      if (node === until || to === until) reached = true;
      if (reached && !whole && dep[to] === time) return;
      dep[to] = time;
      node = to;
    }
  }

  #backward(crew: number, from: number, until: number, whole: boolean): void {
    const { duration, hasWindows } = this.model;
    const { prev, late, close, ride } = this;
    const start = this.startOf(crew);
    let node = from;
    if (node === this.endOf(crew)) late[node] = close[node]!;
    let bound = late[node]!;
    let reached = false;
    while (node !== start) {
      const to = prev[node]!;
      if (to === start) return;
      bound -= ride[node]! + duration[to]!;
      if (bound > close[to]!) bound = close[to]!;
      else if (hasWindows) bound = this.windowTo(to, bound);
      if (to === until || node === until) reached = true;
      if (reached && !whole && late[to] === bound) return;
      late[to] = bound;
      node = to;
    }
  }

  #refreshLoads(crew: number): void {
    const { dimensions, jobs, nodes, load } = this.model;
    for (let d = 0; d < dimensions; d++) {
      const base = d * nodes;
      let node = this.startOf(crew);
      let aboard = 0;
      this.run[base + node] = 0;
      while (this.next[node] !== -1 && node !== this.endOf(crew)) {
        node = this.next[node]!;
        if (node < jobs) aboard += load[node * dimensions + d]!;
        this.run[base + node] = aboard;
      }
      let most = aboard;
      for (;;) {
        most = Math.max(most, this.run[base + node]!);
        this.peak[base + node] = most;
        if (node === this.startOf(crew)) break;
        node = this.prev[node]!;
      }
    }
  }

  /** First beginning from a time on, in the windows of a job; {@link NEVER} after the last. */
  windowFrom(job: number, time: number): number {
    const { windowAt, windowFrom, windowTo } = this.model;
    if (windowAt[job] === windowAt[job + 1]) return time;
    for (let at = windowAt[job]!; at < windowAt[job + 1]!; at++) {
      if (time <= windowTo[at]!) return Math.max(time, windowFrom[at]!);
    }
    return NEVER;
  }

  /** Last beginning until a time, in the windows of a job; −{@link NEVER} before the first. */
  windowTo(job: number, time: number): number {
    const { windowAt, windowFrom, windowTo } = this.model;
    if (windowAt[job] === windowAt[job + 1]) return time;
    for (let at = windowAt[job + 1]! - 1; at >= windowAt[job]!; at--) {
      if (time >= windowFrom[at]!) return Math.min(time, windowTo[at]!);
    }
    return -NEVER;
  }

  addLoad(crew: number, job: number, sign: number): void {
    const { dimensions, load } = this.model;
    for (let d = 0; d < dimensions; d++) {
      this.load[crew * dimensions + d]! += sign * load[job * dimensions + d]!;
    }
  }

  noteEmpty(crew: number): void {
    const kind = this.model.crewClass[crew]!;
    const members = this.model.classes[kind]!;
    const first = this.#firstEmpty[kind]!;
    if (first >= members.length || members[first]! > crew) {
      this.#firstEmpty[kind] = members.indexOf(crew);
    }
  }

  /** A crew of this class that has nothing to do yet, or −1. */
  emptyOf(kind: number): number {
    const members = this.model.classes[kind]!;
    let first = this.#firstEmpty[kind]!;
    while (first < members.length && this.size[members[first]!]! > 0) first++;
    this.#firstEmpty[kind] = first;
    return first < members.length ? members[first]! : -1;
  }

  #makeAbsent(job: number): void {
    this.absentAt[job] = this.absentCount;
    this.absent[this.absentCount++] = job;
  }

  #makePresent(job: number): void {
    const at = this.absentAt[job]!;
    const last = this.absent[--this.absentCount]!;
    this.absent[at] = last;
    this.absentAt[last] = at;
    this.absentAt[job] = -1;
  }
}
