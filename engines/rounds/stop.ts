/** When to stop, as the caller wishes; the first that comes ends the search. */
export interface Limits {
  /** Of the clock. */
  seconds?: number;
  /** Of the search: with one thread, the same number and seed give the same plan. */
  iterations?: number;
  /** Cost at which the plan is good enough. */
  target?: number;
  /** Asked often; the best so far is given back. */
  isCancelled?: () => boolean;
  /** Milliseconds of a clock that only goes forward; `performance.now` by default. */
  now?: () => number;
}

const DEFAULT_SECONDS = 10;

/** How far a search is between its beginning and its limits. */
export class Progress {
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #start: number;
  readonly #seconds: number;
  readonly #iterations: number;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#now = limits.now ?? (() => performance.now());
    this.#start = this.#now();
    this.#iterations = limits.iterations ?? Number.POSITIVE_INFINITY;
    this.#seconds =
      limits.seconds ??
      (limits.iterations === undefined ? DEFAULT_SECONDS : Number.POSITIVE_INFINITY);
  }

  get seconds(): number {
    return (this.#now() - this.#start) / 1_000;
  }

  /** Share of the limits that is used up: 1 and more ends the search. */
  share(iterations: number): number {
    const byTime = this.#seconds === Number.POSITIVE_INFINITY ? 0 : this.seconds / this.#seconds;
    return Math.max(byTime, iterations / this.#iterations);
  }

  isOver(iterations: number, cost: number): boolean {
    return (
      !(this.share(iterations) < 1) ||
      cost <= (this.#limits.target ?? Number.NEGATIVE_INFINITY) ||
      this.#limits.isCancelled?.() === true
    );
  }
}
