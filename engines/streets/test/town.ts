import type { MappedPoints, MappedStreet } from '../build-network.ts';

const FREE = { maxTonnes: Number.POSITIVE_INFINITY, maxHeight: Number.POSITIVE_INFINITY };

/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A town of crooked blocks, 100 m or so: some streets missing, some one-way, some avenues quick. */
export function imagineTown(seed: number, side: number) {
  const random = createRandom(seed);
  const count = side * side;
  const points: MappedPoints = {
    ids: Float64Array.from({ length: count }, (_, at) => 10 * at),
    lat: Float64Array.from({ length: count }, (_, at) => {
      return 43.6 + 0.001 * (Math.floor(at / side) + 0.5 * random());
    }),
    long: Float64Array.from({ length: count }, (_, at) => {
      return 3.87 + 0.0013 * ((at % side) + 0.5 * random());
    }),
  };
  const streets: MappedStreet[] = [];
  const lay = (from: number, to: number, isAvenue: boolean) => {
    const chance = random();
    if (!isAvenue && chance < 0.12) return;
    streets.push({
      points: [10 * from, 10 * to],
      kmh: isAvenue ? 50 : 25,
      forward: true,
      backward: isAvenue || chance < 0.75,
      ...FREE,
      maxTonnes: chance > 0.97 ? 3.5 : FREE.maxTonnes,
    });
  };
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = row * side + column;
      if (column + 1 < side) lay(at, at + 1, row % 7 === 3);
      if (row + 1 < side) lay(at, at + side, column % 7 === 3);
    }
  }
  return { points, streets };
}

/** Places anywhere in a town of {@link imagineTown}. */
export function imaginePlaces(seed: number, side: number, count: number) {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => ({
    lat: 43.6 + 0.001 * side * random(),
    long: 3.87 + 0.0013 * side * random(),
  }));
}
