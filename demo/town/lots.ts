import {
  add,
  along,
  distance,
  distanceToRing,
  dot,
  left,
  pointAlong,
  ringArea,
  ringCentre,
  ringContains,
  scale,
  subtract,
  unit,
  type Vec,
} from '../core/plane.ts';
import type { Random } from '../core/random.ts';

/** Draws the ring inwards; undefined where the block is too thin or too twisted for it. */
export function inset(ring: readonly Vec[], metres: number): Vec[] | undefined {
  const n = ring.length;
  const result = ring.map((p, i): Vec => {
    const before = unit(subtract(p, ring[(i + n - 1) % n] as Vec));
    const after = unit(subtract(ring[(i + 1) % n] as Vec, p));
    const bisector = unit(add(left(before), left(after)));
    const spread = Math.max(0.45, dot(bisector, left(after)));
    return add(p, scale(bisector, metres / spread));
  });
  const sound =
    ringArea(result) > 300 &&
    result.every((p) => ringContains(ring, p) && distanceToRing(ring, p) > metres * 0.93);
  return sound ? result : undefined;
}

/** A rectangle beside a stretch, its long side along it. */
export function lotAlong(
  line: readonly Vec[],
  metres: number,
  side: number,
  width: number,
  depth: number,
  offset: number,
): Vec[] {
  const start = pointAlong(line, metres);
  const end = pointAlong(line, metres + width);
  const heading = unit(subtract(end.point, start.point));
  const inward = scale(left(heading), side);
  const a = add(start.point, scale(inward, offset));
  const b = add(a, scale(heading, width));
  const c = add(b, scale(inward, depth));
  const d = add(a, scale(inward, depth));
  return side > 0 ? [a, b, c, d] : [b, a, d, c];
}

/** A rectangle somewhere inside a ring, parallel to its longest edge. */
export function rectangleWithin(
  ring: readonly Vec[],
  [width, depth]: Vec,
  random: Random,
): Vec[] | undefined {
  let longest: [Vec, Vec] = [ring[0] as Vec, ring[1] as Vec];
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length] as Vec;
    if (distance(p, q) > distance(...longest)) longest = [p, q];
  });
  const heading = unit(subtract(longest[1], longest[0]));
  const across = left(heading);
  const centre = ringCentre(ring);
  for (let attempt = 0; attempt < 24; attempt++) {
    const at = along(centre, random.pick(ring), random.between(0, 0.7));
    const corner = (u: number, v: number) =>
      add(at, add(scale(heading, (u * width) / 2), scale(across, (v * depth) / 2)));
    const rectangle = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
    if (rectangle.every((p) => ringContains(ring, p) && distanceToRing(ring, p) > 2))
      return rectangle;
  }
  return undefined;
}
