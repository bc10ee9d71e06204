import { CANNOT } from './limits.ts';
import type { Neighbours } from './neighbours.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';

/** One place in a hundred is overlooked, so that the best is not always taken (SISR, § 4.2). */
const BLINK = 0.01;

/** Finds where a job costs least; what it finds stands in its fields. */
export class Insertion {
  /** Cost of the best place found, beside the job's prize; Infinity when there is none. */
  cost = Number.POSITIVE_INFINITY;
  behind = -1;
  readonly #state: State;
  readonly #near: Neighbours;
  readonly #random: Random | undefined;
  /** Nodes behind which the job is to be tried. */
  readonly #places: Int32Array;
  /** What each place costs at least. */
  readonly #least: Float64Array;
  #count = 0;
  #untilBlink = 0;

  /** @param random none: nothing is overlooked */
  constructor(state: State, near: Neighbours, random?: Random) {
    this.#state = state;
    this.#near = near;
    this.#random = random;
    const most = 2 * state.model.nodes + state.model.classes.length;
    this.#places = new Int32Array(most);
    this.#least = new Float64Array(most);
    this.#drawBlink();
  }

  /** Looks beside the neighbours of the job and on empty rounds; everywhere if that gives nothing. */
  find(job: number): void {
    this.cost = Number.POSITIVE_INFINITY;
    this.behind = -1;
    this.#count = 0;
    this.#addBehind(job);
    this.#addAhead(job);
    this.#addEmpty();
    this.#scan(job);
    if (this.behind < 0) this.findEverywhere(job);
  }

  /** Looks at every place of every round. */
  findEverywhere(job: number): void {
    this.cost = Number.POSITIVE_INFINITY;
    this.behind = -1;
    const { size, model } = this.#state;
    this.#count = 0;
    for (let crew = 0; crew < model.crews; crew++) if (size[crew]! > 0) this.#addRound(job, crew);
    this.#addEmpty();
    this.#scan(job);
  }

  findOnRound(job: number, crew: number): void {
    this.cost = Number.POSITIVE_INFINITY;
    this.behind = -1;
    this.#count = 0;
    this.#addRound(job, crew);
    this.#scan(job);
  }

  /** Asks of one place only. */
  findBehind(job: number, behind: number): void {
    this.cost = Number.POSITIVE_INFINITY;
    this.behind = -1;
    this.#count = 0;
    this.#add(behind);
    this.#scan(job);
  }

  #addBehind(job: number): void {
    const { at, ids, ways } = this.#near.before;
    const { crew, next, sealed, arc } = this.#state;
    const detour = this.#near.detour;
    const places = this.#places;
    const least = this.#least;
    const to = at[job + 1]!;
    let count = this.#count;
    for (let index = at[job]!; index < to; index++) {
      const behind = ids[index]!;
      if (crew[behind]! < 0 || sealed[behind] === 1) continue;
      least[count] = detour * (ways[index]! - arc[next[behind]!]!);
      places[count++] = behind;
    }
    this.#count = count;
  }

  #addAhead(job: number): void {
    const { at, ids, ways } = this.#near.after;
    const { crew, prev, sealed, arc } = this.#state;
    const detour = this.#near.detour;
    const places = this.#places;
    const least = this.#least;
    const to = at[job + 1]!;
    let count = this.#count;
    for (let index = at[job]!; index < to; index++) {
      const before = ids[index]!;
      if (crew[before]! < 0) continue;
      const behind = prev[before]!;
      if (sealed[behind] === 1) continue;
      least[count] = detour * (ways[index]! - arc[before]!);
      places[count++] = behind;
    }
    this.#count = count;
  }

  #addRound(job: number, crew: number): void {
    const { next, sealed, model } = this.#state;
    if (model.affinity[job * model.crews + crew] === CANNOT) return;
    const end = this.#state.endOf(crew);
    for (let node = this.#state.startOf(crew); node !== end; node = next[node]!) {
      if (sealed[node] === 0) this.#add(node);
    }
  }

  #addEmpty(): void {
    const { model, sealed } = this.#state;
    for (let kind = 0; kind < model.classes.length; kind++) {
      const crew = this.#state.emptyOf(kind);
      if (crew < 0) continue;
      const start = this.#state.startOf(crew);
      if (sealed[start] === 0) this.#add(start);
    }
  }

  #add(behind: number): void {
    this.#least[this.#count] = Number.NEGATIVE_INFINITY;
    this.#places[this.#count++] = behind;
  }

  /**
   * The hot loop of the engine: two sums and two comparisons a place. The matrix is read in the job's
   * own row and column (the column as a row of the transposed one), which stay in the cache.
   */
  #scan(job: number): void {
    const state = this.#state;
    const model = state.model;
    const { costs, costsTo, times, timesTo, place, costsAt, timesAt } = model;
    const { next, dep, late, arc, crew: crewOf, load, size } = state;
    const { affinity, hasAffinity, hasWindows, hasShipments, hasIdle, timed, crews } = model;
    const places = this.#places;
    const least = this.#least;
    const count = this.#count;
    const row = place[job]! * model.side;
    const open = state.open[job]!;
    const close = state.close[job]!;
    const duration = model.duration[job]!;
    const oneLoad = model.dimensions === 1 && !hasShipments;
    const someLoads = model.dimensions > 0 && !oneLoad;
    const more = oneLoad ? model.load[job]! : 0;
    const capacity = model.capacity;
    let best = this.cost;
    let bestBehind = this.behind;
    let untilBlink = this.#untilBlink;

    for (let index = 0; index < count; index++) {
      if (--untilBlink < 0) {
        this.#drawBlink();
        untilBlink = this.#untilBlink;
        continue;
      }
      if (least[index]! >= best) continue;
      const behind = places[index]!;
      const before = next[behind]!;
      const crew = crewOf[behind]!;
      const from = place[behind]!;
      const to = place[before]!;
      const atCost = costsAt[crew]! + row;
      let cost = costsTo[atCost + from]! + costs[atCost + to]! - arc[before]!;
      if (cost >= best) continue;
      if (hasAffinity) {
        const extra = affinity[job * crews + crew]!;
        if (extra === CANNOT) continue;
        cost += extra;
        if (cost >= best) continue;
      }
      const atTime = timesAt[crew]! + row;
      let time = dep[behind]! + timesTo[atTime + from]!;
      if (time > close) continue;
      if (time < open) time = open;
      if (hasWindows) time = state.windowFrom(job, time);
      if (time + duration + times[atTime + to]! > late[before]!) continue;
      if (oneLoad) {
        if (load[crew]! + more > capacity[crew]!) continue;
      } else if (someLoads && !this.#hasRoom(job, crew, behind, before)) continue;
      if (hasIdle && size[crew] === 0) cost += model.idle[crew]!;
      if (timed[crew] === 1) cost += state.clock.added(crew, behind, job, -1, -1);
      if (cost >= best) continue;
      best = cost;
      bestBehind = behind;
    }
    this.#untilBlink = untilBlink;
    this.cost = best;
    this.behind = bestBehind;
  }

  #hasRoom(job: number, crew: number, behind: number, before: number): boolean {
    const { model, load, run, peak } = this.#state;
    const { dimensions, nodes } = model;
    for (let d = 0; d < dimensions; d++) {
      const more = model.load[job * dimensions + d]!;
      const most = model.capacity[crew * dimensions + d]! - more;
      if (!model.hasShipments) {
        if (more > 0 && load[crew * dimensions + d]! > most) return false;
      } else if (run[d * nodes + behind]! > most || peak[d * nodes + before]! > most) return false;
    }
    return true;
  }

  /** How many places are seen before the next that is overlooked. */
  #drawBlink(): void {
    this.#untilBlink = this.#random
      ? Math.floor(Math.log(this.#random.unit()) / Math.log(1 - BLINK))
      : Number.MAX_SAFE_INTEGER;
  }
}
