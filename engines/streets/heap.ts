/** A priority queue of numbered things, each at most once: a binary heap that can bring one forward. */
export class Heap {
  size = 0;
  readonly #items: Uint32Array;
  readonly #keys: Float64Array;
  /** Where each stands in the heap, plus one; 0 when it is not there. */
  readonly #places: Uint32Array;

  /** @param count - things are numbered from 0 to `count - 1` */
  constructor(count: number) {
    this.#items = new Uint32Array(count);
    this.#keys = new Float64Array(count);
    this.#places = new Uint32Array(count);
  }

  get least(): number {
    return this.#keys[this.#items[0] as number] as number;
  }

  /** Puts a thing in, or moves it to its new key. */
  set(item: number, key: number): void {
    const place = this.#places[item] as number;
    const earlier = this.#keys[item] as number;
    this.#keys[item] = key;
    if (place === 0) this.#rise(this.size++, item);
    else if (key < earlier) this.#rise(place - 1, item);
    else this.#sink(place - 1, item);
  }

  /** Takes out the thing with the least key. */
  pop(): number {
    const first = this.#items[0] as number;
    this.#places[first] = 0;
    const last = this.#items[--this.size] as number;
    if (this.size > 0) this.#sink(0, last);
    return first;
  }

  clear(): void {
    for (let at = 0; at < this.size; at++) this.#places[this.#items[at] as number] = 0;
    this.size = 0;
  }

  #rise(start: number, item: number): void {
    const key = this.#keys[item] as number;
    let at = start;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = this.#items[above] as number;
      if ((this.#keys[other] as number) <= key) break;
      this.#put(at, other);
      at = above;
    }
    this.#put(at, item);
  }

  #sink(start: number, item: number): void {
    const key = this.#keys[item] as number;
    let at = start;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.size) break;
      const right = below + 1;
      if (right < this.size && this.#keyAt(right) < this.#keyAt(below)) below = right;
      if (this.#keyAt(below) >= key) break;
      this.#put(at, this.#items[below] as number);
      at = below;
    }
    this.#put(at, item);
  }

  #keyAt(at: number): number {
    return this.#keys[this.#items[at] as number] as number;
  }

  #put(at: number, item: number): void {
    this.#items[at] = item;
    this.#places[item] = at + 1;
  }
}
