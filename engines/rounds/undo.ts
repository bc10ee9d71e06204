import type { State } from './state.ts';

/** Keeps the rounds as they were before a move touched them, to bring them back when it fails. */
export class Undo {
  readonly #state: State;
  readonly #mark: Int32Array;
  readonly #crews: Int32Array;
  readonly #from: Int32Array;
  readonly #nodes: Int32Array;
  readonly #dep: Int32Array;
  readonly #late: Int32Array;
  readonly #arc: Int32Array;
  readonly #ride: Int32Array;
  readonly #absent: Int32Array;
  readonly #open: Int32Array;
  readonly #close: Int32Array;
  readonly #hasOrders: boolean;
  #count = 0;
  #turn = 0;
  #absentCount = 0;
  #cost = 0;

  constructor(state: State) {
    const { nodes, crews, jobs, orders } = state.model;
    this.#state = state;
    this.#mark = new Int32Array(crews);
    this.#crews = new Int32Array(crews);
    this.#from = new Int32Array(crews + 1);
    this.#nodes = new Int32Array(nodes);
    this.#dep = new Int32Array(nodes);
    this.#late = new Int32Array(nodes);
    this.#arc = new Int32Array(nodes);
    this.#ride = new Int32Array(nodes);
    this.#absent = new Int32Array(jobs);
    this.#hasOrders = orders.length > 0;
    this.#open = new Int32Array(this.#hasOrders ? nodes : 0);
    this.#close = new Int32Array(this.#hasOrders ? nodes : 0);
  }

  /** From here on, what is touched is kept. */
  begin(): void {
    const { absent, absentCount, cost, open, close } = this.#state;
    this.#turn++;
    this.#count = 0;
    this.#absentCount = absentCount;
    for (let at = 0; at < absentCount; at++) this.#absent[at] = absent[at]!;
    this.#cost = cost;
    if (this.#hasOrders) {
      this.#open.set(open);
      this.#close.set(close);
    }
  }

  /** Until {@link begin}, nothing is kept. */
  stop(): void {
    this.#mark.fill(this.#turn);
  }

  /** To be called before a round changes. */
  keep(crew: number): void {
    if (this.#mark[crew] === this.#turn) return;
    this.#mark[crew] = this.#turn;
    const { next, dep, late, arc, ride } = this.#state;
    const end = this.#state.endOf(crew);
    let at = this.#from[this.#count]!;
    for (let node = next[this.#state.startOf(crew)]!; node !== end; node = next[node]!) {
      this.#nodes[at] = node;
      this.#dep[at] = dep[node]!;
      this.#late[at] = late[node]!;
      this.#arc[at] = arc[node]!;
      this.#ride[at] = ride[node]!;
      at++;
    }
    this.#nodes[at] = end;
    this.#dep[at] = dep[end]!;
    this.#late[at] = late[end]!;
    this.#arc[at] = arc[end]!;
    this.#ride[at] = ride[end]!;
    this.#crews[this.#count++] = crew;
    this.#from[this.#count] = at + 1;
  }

  /** Brings everything back to {@link begin}. */
  restore(): void {
    const state = this.#state;
    if (this.#hasOrders) {
      state.open.set(this.#open);
      state.close.set(this.#close);
    }
    for (let at = 0; at < state.absentCount; at++) {
      state.crew[state.absent[at]!] = -1;
      state.absentAt[state.absent[at]!] = -1;
    }
    for (let at = 0; at < this.#count; at++) this.#relink(at);
    state.absentCount = this.#absentCount;
    for (let at = 0; at < this.#absentCount; at++) {
      const job = this.#absent[at]!;
      state.absent[at] = job;
      state.absentAt[job] = at;
      state.crew[job] = -1;
    }
    state.cost = this.#cost;
  }

  #relink(index: number): void {
    const state = this.#state;
    const { next, prev, crew, dep, late, arc, ride, size, model } = state;
    const who = this.#crews[index]!;
    const from = this.#from[index]!;
    const to = this.#from[index + 1]! - 1;
    let last = state.startOf(who);
    for (let d = 0; d < model.dimensions; d++) state.load[who * model.dimensions + d] = 0;
    for (let at = from; at <= to; at++) {
      const node = this.#nodes[at]!;
      next[last] = node;
      prev[node] = last;
      crew[node] = who;
      dep[node] = this.#dep[at]!;
      late[node] = this.#late[at]!;
      arc[node] = this.#arc[at]!;
      ride[node] = this.#ride[at]!;
      if (at < to) state.addLoad(who, node, 1);
      last = node;
    }
    size[who] = to - from;
    if (to === from) state.noteEmpty(who);
    if (model.timed[who] === 1 || model.hasShipments || this.#hasOrders) state.refresh(who);
  }
}
