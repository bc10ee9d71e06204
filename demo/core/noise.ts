/** Smooth value noise in [-1, 1], one bump every `scale` metres. */
export type Noise = (x: number, y: number) => number;

export function createNoise(seed: number, scale: number): Noise {
  const lattice = (i: number, j: number) => {
    let h = Math.imul(i, 0x27d4eb2d) ^ Math.imul(j, 0x165667b1) ^ seed;
    h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1;
  };
  const ease = (t: number) => t * t * (3 - 2 * t);
  return (x, y) => {
    const i = Math.floor(x / scale);
    const j = Math.floor(y / scale);
    const u = ease(x / scale - i);
    const v = ease(y / scale - j);
    const south = lattice(i, j) * (1 - u) + lattice(i + 1, j) * u;
    const north = lattice(i, j + 1) * (1 - u) + lattice(i + 1, j + 1) * u;
    return south * (1 - v) + north * v;
  };
}
