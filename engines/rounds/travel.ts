import { NO_WAY } from './limits.ts';
import type { Problem, Weights } from './problem.ts';

/** Matrices of every profile and speed, one after another, each once. */
export function compileTravel(problem: Problem, weights: Weights, scale: number) {
  const side = problem.places + 1;
  const timesAt = new Int32Array(problem.crews.length);
  const costsAt = new Int32Array(problem.crews.length);
  const blocks = new Blocks(side * side);
  problem.crews.forEach(({ profile, speed = 1 }, crew) => {
    const travel = problem.profiles[profile]!;
    timesAt[crew] = blocks.place(`time ${speed} ${profile}`, () =>
      spread(problem.places, (cell) => timeAt(travel.times[cell]!, speed)),
    );
    costsAt[crew] = blocks.place(`cost ${speed} ${profile}`, () =>
      spread(problem.places, (cell) => {
        const time = timeAt(travel.times[cell]!, speed);
        if (time === NO_WAY) return 0;
        const cost =
          (travel.distances[cell]! * weights.distance) / 1_000 + (time * weights.travel) / 3_600;
        return Math.min(NO_WAY, Math.round(cost * scale));
      }),
    );
  });
  const all = blocks.joined();
  const to = transposed(all, side);
  return { side, times: all, costs: all, timesTo: to, costsTo: to, timesAt, costsAt };
}

function timeAt(time: number, speed: number): number {
  return time < 0 ? NO_WAY : Math.min(NO_WAY, Math.round(time / speed));
}

/** A matrix with one more row and column, of zeros. */
function spread(places: number, cellAt: (cell: number) => number): Int32Array {
  const side = places + 1;
  const block = new Int32Array(side * side);
  for (let row = 0; row < places; row++) {
    for (let column = 0; column < places; column++) {
      block[row * side + column] = cellAt(row * places + column);
    }
  }
  return block;
}

/** Each block with rows and columns exchanged; the same memory when that changes nothing. */
function transposed(blocks: Int32Array, side: number): Int32Array {
  const turned = new Int32Array(blocks.length);
  let same = true;
  for (let block = 0; block < blocks.length; block += side * side) {
    for (let row = 0; row < side; row++) {
      for (let column = 0; column < side; column++) {
        const cell = blocks[block + column * side + row]!;
        turned[block + row * side + column] = cell;
        if (cell !== blocks[block + row * side + column]) same = false;
      }
    }
  }
  return same ? blocks : turned;
}

/** Blocks that are alike are kept once: where cost is time, both are read from the same memory. */
class Blocks {
  readonly #size: number;
  readonly #blocks: Int32Array[] = [];
  readonly #placed = new Map<string, number>();

  constructor(size: number) {
    this.#size = size;
  }

  place(key: string, make: () => Int32Array): number {
    const known = this.#placed.get(key);
    if (known !== undefined) return known;
    const block = make();
    let at = this.#blocks.findIndex((other) => other.every((cell, index) => cell === block[index]));
    if (at < 0) at = this.#blocks.push(block) - 1;
    this.#placed.set(key, at * this.#size);
    return at * this.#size;
  }

  joined(): Int32Array {
    const all = new Int32Array(Math.max(1, this.#blocks.length) * this.#size);
    this.#blocks.forEach((block, at) => {
      all.set(block, at * this.#size);
    });
    return all;
  }
}
