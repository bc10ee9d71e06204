/** Whole numbers by chance, the same for the same seed (xorshift, Marsaglia 2003). */
export class Random {
  #state: number;

  constructor(seed: number) {
    // Neighbouring seeds must not begin alike.
    this.#state = Math.imul((seed | 0) ^ 0x9e3779b9, 0x85ebca6b) | 1;
    for (let warm = 0; warm < 8; warm++) this.next();
  }

  /** From 0 to 2³¹ − 1. */
  next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return state >>> 1;
  }

  /** From 0 to count − 1. */
  below(count: number): number {
    return Math.floor((this.next() / 2_147_483_648) * count);
  }

  /** From 0 to 1, both excluded. */
  unit(): number {
    return (this.next() + 0.5) / 2_147_483_648;
  }
}
