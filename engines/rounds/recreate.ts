import type { Insertion } from './insertion.ts';
import type { LinkedJobs } from './linked-jobs.ts';
import type { Model } from './model.ts';
import type { Random } from './random.ts';
import type { State } from './state.ts';

/** Jobs left unserved before, tried again with those just taken out. */
const TRIED_AGAIN = 10;

/**
 * Puts unserved jobs back one by one, each where it costs least, in an order drawn anew each time
 * (SISR, § 4.2): by chance, by load, from far to near, from near to far, by window.
 */
export class Recreate {
  readonly #state: State;
  readonly #insertion: Insertion;
  readonly #linked: LinkedJobs;
  readonly #random: Random;
  readonly #keys: readonly Float64Array[];
  readonly #todo: Int32Array;

  constructor(state: State, insertion: Insertion, linked: LinkedJobs, random: Random) {
    this.#state = state;
    this.#insertion = insertion;
    this.#linked = linked;
    this.#random = random;
    this.#keys = ordersOf(state.model);
    this.#todo = new Int32Array(state.model.jobs);
  }

  /**
   * @param out jobs just taken out; others unserved are tried too, a few at a time
   * @param limit what the plan may cost; what costs more on the way is given up
   * @returns whether it was not given up
   */
  run(out: Int32Array, outCount: number, limit: number): boolean {
    const { absentCount } = this.#state;
    let count = 0;
    for (; count < outCount; count++) this.#todo[count] = out[count]!;
    const others = absentCount - outCount;
    if (others > 0) count = this.#addOthers(count, others <= TRIED_AGAIN);
    this.#sort(count);
    const { prize } = this.#state.model;
    let open = 0;
    for (let at = 0; at < count; at++) open += prize[this.#todo[at]!]!;
    for (let at = 0; at < count; at++) {
      // A job put back adds to the cost without the prizes still open, never takes from it.
      if (this.#state.cost - open >= limit) return false;
      open -= prize[this.#todo[at]!]!;
      this.#put(this.#todo[at]!);
    }
    return true;
  }

  /** Tries every job that is unserved. */
  runAll(): void {
    const { absent, absentCount } = this.#state;
    this.#todo.set(absent.subarray(0, absentCount));
    this.#sort(absentCount);
    for (let at = 0; at < absentCount; at++) this.#put(this.#todo[at]!, true);
  }

  #addOthers(from: number, all: boolean): number {
    const { absent, absentCount } = this.#state;
    let count = from;
    const seen = (job: number): boolean => {
      for (let at = 0; at < count; at++) if (this.#todo[at] === job) return true;
      return false;
    };
    for (let at = 0; at < (all ? absentCount : TRIED_AGAIN); at++) {
      const job = absent[all ? at : this.#random.below(absentCount)]!;
      if (!seen(job)) this.#todo[count++] = job;
    }
    return count;
  }

  #put(job: number, everywhere = false): void {
    if (this.#state.crew[job]! >= 0) return;
    const group = this.#state.model.group[job]!;
    if (group >= 0) {
      this.#linked.place(group);
      return;
    }
    if (everywhere) this.#insertion.findEverywhere(job);
    else this.#insertion.find(job);
    if (this.#insertion.behind < 0 || this.#insertion.cost > this.#state.model.prize[job]!) return;
    this.#state.insert(job, this.#insertion.behind);
  }

  #sort(count: number): void {
    const keys = this.#keys[this.#random.below(this.#keys.length)]!;
    const list = this.#todo;
    if (keys.length === 0) {
      for (let last = count - 1; last > 0; last--) {
        const other = this.#random.below(last + 1);
        const kept = list[last]!;
        list[last] = list[other]!;
        list[other] = kept;
      }
    } else if (count > 64) {
      list.subarray(0, count).sort((a, b) => keys[a]! - keys[b]! || a - b);
    } else {
      for (let at = 1; at < count; at++) {
        const job = list[at]!;
        const key = keys[job]!;
        let to = at - 1;
        for (; to >= 0 && keys[list[to]!]! > key; to--) list[to + 1] = list[to]!;
        list[to + 1] = job;
      }
    }
  }
}

/** The orders, each as often as it is to be drawn; an empty one stands for chance. */
function ordersOf(model: Model): Float64Array[] {
  const { jobs, load, dimensions, close, open, prize } = model;
  const keyed = (key: (job: number) => number) =>
    Float64Array.from({ length: jobs }, (_, at) => key(at));
  const chance = new Float64Array(0);
  const far = farFromStarts(model);
  const times = (count: number, keys: Float64Array) => new Array<Float64Array>(count).fill(keys);
  const orders = [
    ...times(4, chance),
    ...times(
      2,
      keyed((job) => -far[job]!),
    ),
    keyed((job) => far[job]!),
    ...times(
      2,
      keyed((job) => close[job]! - open[job]!),
    ),
    ...times(
      2,
      keyed((job) => open[job]!),
    ),
    ...times(
      2,
      keyed((job) => -close[job]!),
    ),
  ];
  if (dimensions > 0)
    orders.push(
      ...times(
        4,
        keyed((job) => -load[job * dimensions]!),
      ),
    );
  if (prize.some((value) => value !== prize[0])) {
    orders.push(
      ...times(
        4,
        keyed((job) => -prize[job]!),
      ),
    );
  }
  return orders;
}

function farFromStarts({ jobs, crews, place, side, times }: Model): Float64Array {
  return Float64Array.from({ length: jobs }, (_, job) => {
    let least = Number.POSITIVE_INFINITY;
    for (let crew = 0; crew < crews; crew++) {
      least = Math.min(least, times[place[jobs + crew]! * side + place[job]!]!);
    }
    return least;
  });
}
