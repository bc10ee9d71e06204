import { CANNOT } from './limits.ts';
import type { State } from './state.ts';

/** Finds where the two ends of a shipment cost least on one round. */
export class PairInsertion {
  cost = Number.POSITIVE_INFINITY;
  behindPickup = -1;
  /** The pickup itself when the delivery follows it at once. */
  behindDelivery = -1;
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  /** Looks at every pair of places of every round. */
  find(pickup: number, delivery: number): void {
    this.cost = Number.POSITIVE_INFINITY;
    this.behindPickup = -1;
    const { size, model } = this.#state;
    for (let crew = 0; crew < model.crews; crew++) {
      if (size[crew]! > 0) this.findOnRound(pickup, delivery, crew);
    }
    for (let kind = 0; kind < model.classes.length; kind++) {
      const crew = this.#state.emptyOf(kind);
      if (crew >= 0) this.findOnRound(pickup, delivery, crew);
    }
  }

  findOnRound(pickup: number, delivery: number, crew: number): void {
    const { model, next, sealed } = this.#state;
    const forPickup = model.affinity[pickup * model.crews + crew]!;
    const forDelivery = model.affinity[delivery * model.crews + crew]!;
    if (forPickup === CANNOT || forDelivery === CANNOT) return;
    const end = this.#state.endOf(crew);
    const idle = this.#state.size[crew] === 0 ? model.idle[crew]! : 0;
    const fixed = forPickup + forDelivery + idle;
    for (let node = this.#state.startOf(crew); node !== end; node = next[node]!) {
      if (sealed[node] === 0) this.#try(pickup, delivery, crew, node, fixed);
    }
  }

  /** The pickup behind a node; the delivery behind each node from there on, while there is room. */
  #try(pickup: number, delivery: number, crew: number, behind: number, fixed: number): void {
    const state = this.#state;
    const { model, next, late, open, close } = state;
    const before = next[behind]!;
    if (!this.#hasRoom(pickup, crew, behind)) return;
    let time = state.windowFrom(
      pickup,
      Math.max(open[pickup]!, state.dep[behind]! + this.#time(crew, behind, pickup)),
    );
    if (time > close[pickup]!) return;
    time += model.duration[pickup]!;
    const withPickup = fixed + state.arcsBetween(crew, behind, pickup, before);

    let at = pickup;
    let to = before;
    for (;;) {
      const start = Math.max(open[delivery]!, time + this.#time(crew, at, delivery));
      const done = state.windowFrom(delivery, start);
      if (done <= close[delivery]!) {
        const there = done + model.duration[delivery]! + this.#time(crew, delivery, to);
        if (there <= late[to]!) {
          const cost =
            at === pickup
              ? fixed + this.#together(crew, behind, pickup, delivery, before)
              : withPickup + state.arcsBetween(crew, at, delivery, to);
          this.#offer(cost, crew, behind, pickup, at, delivery);
        }
      }
      if (to >= model.jobs) return;
      time = state.windowFrom(to, Math.max(open[to]!, time + this.#time(crew, at, to)));
      if (time > late[to]! || !this.#hasRoom(pickup, crew, to)) return;
      time += model.duration[to]!;
      at = to;
      to = next[to]!;
    }
  }

  #offer(
    plain: number,
    crew: number,
    behind: number,
    pickup: number,
    at: number,
    delivery: number,
  ) {
    if (plain >= this.cost) return;
    let cost = plain;
    if (this.#state.model.timed[crew] === 1) {
      cost += this.#state.clock.added(crew, behind, pickup, at, delivery);
      if (cost >= this.cost) return;
    }
    this.cost = cost;
    this.behindPickup = behind;
    this.behindDelivery = at;
  }

  #together(crew: number, behind: number, pickup: number, delivery: number, before: number) {
    const { costs, costsAt, place, side } = this.#state.model;
    const way = (from: number, to: number) =>
      costs[costsAt[crew]! + place[from]! * side + place[to]!]!;
    return (
      way(behind, pickup) + way(pickup, delivery) + way(delivery, before) - way(behind, before)
    );
  }

  #time(crew: number, from: number, to: number): number {
    const { times, timesAt, place, side } = this.#state.model;
    return times[timesAt[crew]! + place[from]! * side + place[to]!]!;
  }

  /** Whether what is aboard on leaving a node leaves room for the shipment. */
  #hasRoom(pickup: number, crew: number, node: number): boolean {
    const { model, run } = this.#state;
    for (let d = 0; d < model.dimensions; d++) {
      const more = model.load[pickup * model.dimensions + d]!;
      if (run[d * model.nodes + node]! + more > model.capacity[crew * model.dimensions + d]!) {
        return false;
      }
    }
    return true;
  }
}
