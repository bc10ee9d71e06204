import { distanceToSegment, ringContains, type Vec } from '../core/plane.ts';
import type { Random } from '../core/random.ts';
import type { Borders } from '../territory/borders.ts';
import { drawBlob, type Ground } from './ground.ts';

const GROVES = 70;

/** Nameless clumps of trees between the fields, clear of quarters, roads, water and great woods. */
export function plantGroves({ territory }: Borders, ground: Ground, random: Random): Vec[][] {
  const groves: Vec[][] = [];
  for (let attempt = 0; attempt < GROVES * 6 && groves.length < GROVES; attempt++) {
    const centre: Vec = [random.between(-7000, 7000), random.between(-6000, 6000)];
    const radii: Vec = [random.skewed(90, 0.5), random.skewed(60, 0.4)];
    const ring = drawBlob(centre, radii, `grove ${attempt}`, 16);
    const clear = [centre, ...ring].every(
      (p) =>
        ringContains(territory, p) &&
        !ground.builtUpAt(p) &&
        ground.isOpen(p) &&
        ground.roads.every(({ line }) => !passesBy(line, p)),
    );
    if (clear) groves.push(ring);
  }
  return groves;
}

/** Every third piece is enough: roads bend slowly. */
function passesBy(line: readonly Vec[], p: Vec): boolean {
  for (let i = 3; i < line.length; i += 3) {
    if (distanceToSegment(p, line[i - 3] as Vec, line[i] as Vec) < 25) return true;
  }
  return false;
}
