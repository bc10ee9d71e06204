import { NEVER } from './limits.ts';
import type { State } from './state.ts';

/**
 * What hangs on the hour: breaks, lateness, overtime, beginnings that people were told. A round is
 * walked from where it changes to where the hour is the same as before.
 *
 * A break is taken for nothing while waiting, else as late as its span allows: on arrival, or
 * before leaving where arrival would be too late.
 */
export class Clockwork {
  readonly #state: State;
  /** Breaks taken, and cost, up to the leaving of each node. */
  readonly #taken: Uint8Array;
  readonly #cost: Float64Array;
  #time = 0;
  #breaks = 0;

  constructor(state: State) {
    this.#state = state;
    this.#taken = new Uint8Array(state.model.nodes);
    this.#cost = new Float64Array(state.model.nodes);
  }

  /** Cost by the hour of a crew's round. */
  costOf(crew: number): number {
    return this.#cost[this.#state.endOf(crew)]!;
  }

  /** Walks a round on from a node and brings the state's times and cost up to date. */
  forward(crew: number, from: number): void {
    const { next, dep, open } = this.#state;
    const end = this.#state.endOf(crew);
    const old = this.#cost[end]!;
    if (from === this.#state.startOf(crew)) {
      dep[from] = open[from]!;
      this.#taken[from] = 0;
      this.#cost[from] = 0;
    }
    this.#resume(from);
    let sum = this.#cost[from]!;
    for (let node = from; node !== end; ) {
      const to = next[node]!;
      sum += this.#step(crew, node, to);
      dep[to] = this.#time;
      this.#taken[to] = this.#breaks;
      this.#cost[to] = sum;
      node = to;
    }
    // Who has nothing to do does not even go home.
    if (this.#state.size[crew] === 0) {
      sum = 0;
      this.#cost[end] = 0;
    }
    this.#state.cost += sum - old;
  }

  /**
   * Cost by the hour that one job adds behind a node, and perhaps a second one further on (`second`
   * −1: none; behind the first: `behindSecond` is the first). Infinity when it does not fit.
   */
  added(crew: number, behind: number, job: number, behindSecond: number, second: number): number {
    const { next, dep, late } = this.#state;
    const end = this.#state.endOf(crew);
    this.#resume(behind);
    let sum = this.#cost[behind]! + this.#step(crew, behind, job);
    let node = job;
    let pending = second >= 0;
    if (pending && behindSecond === job) {
      sum += this.#step(crew, job, second);
      node = second;
      pending = false;
    }
    let to = next[behind]!;
    for (;;) {
      sum += this.#step(crew, node, to);
      if (sum === Number.POSITIVE_INFINITY) return sum;
      node = to;
      if (!pending && this.#time === dep[node] && this.#breaks === this.#taken[node]) {
        return sum - this.#cost[node]!;
      }
      if (node === end) return sum - this.#cost[end]!;
      if (this.#time - this.#state.model.duration[node]! > late[node]!) {
        return Number.POSITIVE_INFINITY;
      }
      to = next[node]!;
      if (pending && node === behindSecond) {
        sum += this.#step(crew, node, second);
        node = second;
        pending = false;
      }
    }
  }

  /** Walks a whole round for somebody to read. */
  read(crew: number, onStop: (node: number, arrival: number, start: number, end: number) => void) {
    const { next, open, model } = this.#state;
    const end = this.#state.endOf(crew);
    const pauses: { start: number; end: number }[] = [];
    let node = this.#state.startOf(crew);
    this.#time = open[node]!;
    this.#breaks = 0;
    while (node !== end) {
      const to = next[node]!;
      this.#step(crew, node, to, pauses);
      onStop(to, this.#arrival, this.#time - model.duration[to]!, this.#time);
      node = to;
    }
    return pauses;
  }

  #arrival = 0;

  #resume(node: number): void {
    this.#time = this.#state.dep[node]!;
    this.#breaks = this.#taken[node]!;
  }

  /** Goes from one node to the next and does its work; gives its cost, Infinity if it is too late. */
  #step(crew: number, from: number, to: number, log?: { start: number; end: number }[]): number {
    const { model } = this.#state;
    const { breakAt, breakFrom, breakTo, breakLength, duration } = model;
    let leave = this.#time;
    let way =
      model.times[model.timesAt[crew]! + model.place[from]! * model.side + model.place[to]!]!;
    let arrival = leave + way;
    this.#arrival = arrival;
    let start = this.#begin(to, arrival);
    for (let at = breakAt[crew]! + this.#breaks; at < breakAt[crew + 1]!; at++) {
      const onArrival = Math.max(arrival, breakFrom[at]!);
      const length = breakLength[at]!;
      const fits = onArrival <= breakTo[at]!;
      const canWait = start + duration[to]! <= breakTo[at]!;
      if (canWait && !(fits && onArrival + length <= start)) break;
      const begin = fits ? onArrival : Math.max(leave, breakFrom[at]!);
      if (begin > breakTo[at]!) return Number.POSITIVE_INFINITY;
      leave = begin + length;
      if (fits) way = 0;
      arrival = leave + way;
      if (way > 0) this.#arrival = arrival;
      start = this.#begin(to, arrival);
      log?.push({ start: begin, end: leave });
      this.#breaks++;
    }
    if (start > this.#state.close[to]!) return Number.POSITIVE_INFINITY;
    this.#time = start + duration[to]!;
    return to < model.jobs ? this.#costOfStart(to, start) : this.#costOfEnd(crew, start);
  }

  #begin(to: number, arrival: number): number {
    const { model, open } = this.#state;
    const time = Math.max(arrival, open[to]!);
    return model.hasWindows && to < model.jobs ? this.#state.windowFrom(to, time) : time;
  }

  #costOfStart(job: number, start: number): number {
    const { due, lateness, told, tolerance, otherTime } = this.#state.model;
    let cost = 0;
    if (start > due[job]!) cost = (start - due[job]!) * lateness[job]!;
    if (told[job] !== NEVER && Math.abs(start - told[job]!) > tolerance) cost += otherTime;
    return cost;
  }

  #costOfEnd(crew: number, time: number): number {
    const { shiftEnd, overtime } = this.#state.model;
    return Math.max(0, time - shiftEnd[crew]!) * overtime;
  }
}
