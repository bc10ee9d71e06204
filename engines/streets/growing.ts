type Numbers = Float32Array | Float64Array | Uint32Array | Int32Array;

/** A typed array that grows as it is written: twice as long each time it is full. */
export class Growing<Kind extends Numbers> {
  length = 0;
  values: Kind;
  readonly #make: new (
    length: number,
  ) => Kind;

  constructor(make: new (length: number) => Kind, room = 1_024) {
    this.#make = make;
    this.values = new make(room);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new this.#make(this.length * 2);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.length++] = value;
  }

  /** What was written, and nothing of the spare room. */
  trimmed(): Kind {
    return this.values.slice(0, this.length) as Kind;
  }
}
