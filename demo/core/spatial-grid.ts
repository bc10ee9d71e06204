import type { Vec } from './plane.ts';

export interface Box {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

export function boxOf(points: readonly Vec[], margin = 0): Box {
  let minX = Infinity,
    minY = Infinity,
    maxX = -Infinity,
    maxY = -Infinity;
  for (const [x, y] of points) {
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return { minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin };
}

/** Things filed by the square cells that their boxes touch. */
export class SpatialGrid<T> {
  private readonly cells = new Map<number, T[]>();
  private readonly cell: number;

  constructor(cellMetres: number) {
    this.cell = cellMetres;
  }

  private key(i: number, j: number): number {
    return (i + 4096) * 8192 + (j + 4096);
  }

  insert(item: T, box: Box): void {
    for (let i = Math.floor(box.minX / this.cell); i <= Math.floor(box.maxX / this.cell); i++) {
      for (let j = Math.floor(box.minY / this.cell); j <= Math.floor(box.maxY / this.cell); j++) {
        const key = this.key(i, j);
        const list = this.cells.get(key);
        if (list) list.push(item);
        else this.cells.set(key, [item]);
      }
    }
  }

  /** Is there an item in the cells of this box for which the test holds? An item may be tried twice. */
  some(box: Box, test: (item: T) => boolean): boolean {
    for (let i = Math.floor(box.minX / this.cell); i <= Math.floor(box.maxX / this.cell); i++) {
      for (let j = Math.floor(box.minY / this.cell); j <= Math.floor(box.maxY / this.cell); j++) {
        for (const item of this.cells.get(this.key(i, j)) ?? []) if (test(item)) return true;
      }
    }
    return false;
  }

  /** The items of the cells that this box touches, each once. */
  query(box: Box): Set<T> {
    const found = new Set<T>();
    this.some(box, (item) => {
      found.add(item);
      return false;
    });
    return found;
  }
}

export const boxAround = ([x, y]: Vec, radius: number): Box => ({
  minX: x - radius,
  minY: y - radius,
  maxX: x + radius,
  maxY: y + radius,
});
