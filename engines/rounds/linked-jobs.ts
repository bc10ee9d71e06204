import type { Insertion } from './insertion.ts';
import { PairInsertion } from './pair-insertion.ts';
import type { State } from './state.ts';

/**
 * Jobs that come and go together: the ends of shipments, and jobs in an order. An order between two
 * rounds becomes a *hand-over*, an instant fixed when the later job is placed: the earlier one must
 * have ended by then, the later one does not begin before. So each round keeps its windows to itself,
 * and every move stays as quick as without orders.
 */
export class LinkedJobs {
  readonly #state: State;
  readonly #insertion: Insertion;
  readonly #pairs: PairInsertion;
  readonly #befores: Map<number, { job: number; gap: number }[]> = new Map();
  readonly #afters: Map<number, { job: number; gap: number }[]> = new Map();
  /** Members of each group, each behind all that it waits for. */
  readonly #sorted: readonly (readonly number[])[];

  constructor(state: State, insertion: Insertion) {
    this.#state = state;
    this.#insertion = insertion;
    this.#pairs = new PairInsertion(state);
    for (const { before, after, gap } of state.model.orders) {
      push(this.#befores, after, { job: before, gap });
      push(this.#afters, before, { job: after, gap });
    }
    this.#sorted = state.model.groups.map((group) => this.#sort(group));
  }

  /** Forgets the hand-overs of a group all of whose free members are out. */
  free(group: number): void {
    if (this.#befores.size === 0) return;
    const { open, close, crew, model } = this.#state;
    for (const job of model.groups[group]!) {
      open[job] = model.open[job]!;
      close[job] = model.close[job]!;
      if (crew[job]! >= 0) this.#state.refresh(crew[job]!);
    }
  }

  /** Places what it can of a group, where it is worth its cost. */
  place(group: number): void {
    for (const job of this.#sorted[group]!) {
      if (this.#state.crew[job]! >= 0) continue;
      const partner = this.#state.model.partner[job]!;
      if (partner < 0) this.#placeAlone(job);
      else if (this.#state.model.isDelivery[job] === 0) this.#placePair(job, partner);
      else if (this.#state.crew[partner]! >= 0) this.#placeDelivery(job, partner);
    }
  }

  /** The hand-overs of a plan that stands already, from its own hours. */
  settle(): void {
    const { model, open, dep, crew } = this.#state;
    for (let round = 0; round <= model.orders.length; round++) {
      let moved = false;
      for (const { before, after, gap } of model.orders) {
        if (crew[before]! < 0 || crew[after]! < 0) continue;
        const earliest = dep[before]! + gap;
        if (open[after]! >= earliest) continue;
        open[after] = earliest;
        this.#state.refresh(crew[after]!);
        moved = true;
      }
      if (!moved) break;
    }
    for (const group of this.#sorted) {
      for (const job of group) if (crew[job]! >= 0) this.handOver(job);
    }
  }

  #placeAlone(job: number): void {
    if (!this.narrow(job)) return;
    this.#insertion.find(job);
    const { behind, cost } = this.#insertion;
    if (behind >= 0 && cost <= this.#state.model.prize[job]!) this.#state.insert(job, behind);
    this.handOver(job);
  }

  #placePair(pickup: number, delivery: number): void {
    const { prize } = this.#state.model;
    if (this.narrow(pickup) && this.narrow(delivery)) {
      this.#pairs.find(pickup, delivery);
      const { behindPickup, behindDelivery, cost } = this.#pairs;
      if (behindPickup >= 0 && cost <= prize[pickup]! + prize[delivery]!) {
        this.#state.insert(pickup, behindPickup);
        this.#state.insert(delivery, behindDelivery);
      }
    }
    this.handOver(pickup);
    this.handOver(delivery);
  }

  /** Of a shipment that is on board already, its pickup being locked. */
  #placeDelivery(job: number, pickup: number): void {
    if (!this.narrow(job)) return;
    const crew = this.#state.crew[pickup]!;
    // Only behind the locked ones is there a place, so never before the pickup.
    this.#insertion.findOnRound(job, crew);
    if (this.#insertion.behind >= 0) this.#state.insert(job, this.#insertion.behind);
    this.handOver(job);
  }

  /**
   * Brings the hours of a job to what its order leaves, and holds what it waits for where it is, so
   * that the job is not put before it on the same round. To be followed by {@link handOver}.
   *
   * @returns false when it must wait for a job unserved
   */
  narrow(job: number): boolean {
    const { open, close, dep, crew, model } = this.#state;
    const befores = this.#befores.get(job) ?? [];
    open[job] = model.open[job]!;
    close[job] = this.#closeOf(job);
    if (befores.some(({ job: before }) => crew[before]! < 0)) return false;
    for (const { job: before, gap } of befores) {
      open[job] = Math.max(open[job]!, dep[before]! + gap);
      this.#setClose(before, Math.min(close[before]!, dep[before]! - model.duration[before]!));
    }
    return true;
  }

  /**
   * Fixes the instant before which all that a job waits for has ended; if the job found no place,
   * lets go of what was held.
   */
  handOver(job: number): void {
    const befores = this.#befores.get(job);
    if (!befores) return;
    const { open, dep, crew, model } = this.#state;
    if (crew[job]! >= 0) open[job] = dep[job]! - model.duration[job]!;
    for (const { job: before } of befores) {
      if (crew[before]! >= 0) this.#setClose(before, this.#closeOf(before));
    }
  }

  /** Last beginning of a job that leaves time for those that wait for it. */
  #closeOf(job: number): number {
    const { dep, crew, model } = this.#state;
    let close = model.close[job]!;
    for (const { job: after, gap } of this.#afters.get(job) ?? []) {
      if (crew[after]! < 0) continue;
      const start = dep[after]! - model.duration[after]!;
      close = Math.min(close, start - gap - model.duration[job]!);
    }
    return close;
  }

  #setClose(job: number, close: number): void {
    const state = this.#state;
    if (state.close[job] === close) return;
    state.undo.keep(state.crew[job]!);
    state.close[job] = close;
    state.refresh(state.crew[job]!);
  }

  #sort(group: Int32Array): number[] {
    const { partner, isDelivery } = this.#state.model;
    const done = new Set<number>();
    const sorted: number[] = [];
    const visit = (job: number): void => {
      if (done.has(job)) return;
      done.add(job);
      const other = partner[job]!;
      for (const end of other < 0 ? [job] : [job, other]) {
        for (const before of this.#befores.get(end) ?? []) visit(before.job);
      }
      if (other >= 0 && isDelivery[job] === 1) visit(other);
      sorted.push(job);
    };
    for (const job of group) visit(job);
    return sorted;
  }
}

function push<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
