import type { Sequences } from './sequences.ts';

/** The best plan of several threads, in memory that they share. */
export class SharedBest {
  readonly memory: SharedArrayBuffer;
  /** Lock, length. */
  readonly #head: Int32Array;
  readonly #cost: Float64Array;
  readonly #row: Int32Array;

  /** @param memory of another thread's, or a new one for so many jobs and crews */
  constructor(memory: SharedArrayBuffer | { jobs: number; crews: number }) {
    const fresh = !(memory instanceof SharedArrayBuffer);
    this.memory = fresh ? new SharedArrayBuffer(16 + 4 * (memory.jobs + memory.crews)) : memory;
    this.#cost = new Float64Array(this.memory, 0, 1);
    this.#head = new Int32Array(this.memory, 8, 2);
    this.#row = new Int32Array(this.memory, 16);
    if (fresh) this.#cost[0] = Number.POSITIVE_INFINITY;
  }

  /** Takes a plan that is better than the one kept. */
  offer(cost: number, row: Sequences): void {
    this.#locked(() => {
      if (cost >= this.#cost[0]!) return;
      this.#cost[0] = cost;
      this.#head[1] = row.length;
      this.#row.set(row);
    });
  }

  /** The plan kept, if it costs less than this. */
  below(cost: number): Sequences | undefined {
    return this.#locked(() =>
      this.#cost[0]! < cost ? this.#row.slice(0, this.#head[1]!) : undefined,
    );
  }

  #locked<T>(act: () => T): T {
    while (Atomics.compareExchange(this.#head, 0, 0, 1) !== 0);
    try {
      return act();
    } finally {
      Atomics.store(this.#head, 0, 0);
    }
  }
}
