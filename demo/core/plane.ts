/** A point of the local plane: metres east and north of the town hall of the centre. */
export type Vec = readonly [x: number, y: number];

export const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1]];
export const subtract = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1]];
export const scale = (a: Vec, k: number): Vec => [a[0] * k, a[1] * k];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1];
/** Ten times as fast as `Math.hypot`, which guards against overflows that a town has not. */
const norm = (x: number, y: number): number => Math.sqrt(x * x + y * y);
export const distance = (a: Vec, b: Vec): number => norm(a[0] - b[0], a[1] - b[1]);
/** Quarter turn to the left. */
export const left = (a: Vec): Vec => [-a[1], a[0]];
export const along = (a: Vec, b: Vec, t: number): Vec => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];
export const unit = (a: Vec): Vec => {
  const length = norm(a[0], a[1]) || 1;
  return [a[0] / length, a[1] / length];
};
export const fromAngle = (angle: number): Vec => [Math.cos(angle), Math.sin(angle)];

/** Distance from `p` to the segment `a`–`b`. */
export function distanceToSegment(p: Vec, a: Vec, b: Vec): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const squared = dx * dx + dy * dy;
  const t = squared === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared;
  const k = t < 0 ? 0 : Math.min(t, 1);
  return norm(p[0] - a[0] - k * dx, p[1] - a[1] - k * dy);
}

/** Where `a`–`b` crosses `c`–`d`, as fractions of each; undefined when they do not. */
export function crossing(a: Vec, b: Vec, c: Vec, d: Vec): { t: number; u: number } | undefined {
  const rx = b[0] - a[0];
  const ry = b[1] - a[1];
  const sx = d[0] - c[0];
  const sy = d[1] - c[1];
  const denominator = rx * sy - ry * sx;
  if (Math.abs(denominator) < 1e-12) return undefined;
  const qx = c[0] - a[0];
  const qy = c[1] - a[1];
  const t = (qx * sy - qy * sx) / denominator;
  const u = (qx * ry - qy * rx) / denominator;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? { t, u } : undefined;
}

export function lineLength(line: readonly Vec[]): number {
  let total = 0;
  for (let i = 1; i < line.length; i++) total += distance(line[i - 1] as Vec, line[i] as Vec);
  return total;
}

/** The point at `metres` along a line, with the direction of travel there. */
export function pointAlong(line: readonly Vec[], metres: number): { point: Vec; heading: Vec } {
  let rest = metres;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Vec;
    const b = line[i] as Vec;
    const length = distance(a, b);
    if (rest <= length || i === line.length - 1) {
      return {
        point: along(a, b, length === 0 ? 0 : rest / length),
        heading: unit(subtract(b, a)),
      };
    }
    rest -= length;
  }
  throw new Error('a line needs two points');
}

/** Catmull-Rom curve through the points. */
export function smooth(points: readonly Vec[], step: number, closed = false): Vec[] {
  const n = points.length;
  const at = (i: number) =>
    (closed ? points[(i + n) % n] : points[Math.min(n - 1, Math.max(0, i))]) as Vec;
  const result: Vec[] = [];
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const count = Math.max(1, Math.ceil(distance(p1, p2) / step));
    for (let k = 0; k < count; k++) {
      const t = k / count;
      const part = (axis: 0 | 1) =>
        0.5 *
        (2 * p1[axis] +
          (p2[axis] - p0[axis]) * t +
          (2 * p0[axis] - 5 * p1[axis] + 4 * p2[axis] - p3[axis]) * t * t +
          (3 * p1[axis] - p0[axis] - 3 * p2[axis] + p3[axis]) * t * t * t);
      result.push([part(0), part(1)]);
    }
  }
  result.push(closed ? (result[0] as Vec) : at(n - 1));
  return result;
}

/** Twice-signed area halved: positive when the ring turns left. The ring is not closed. */
export function ringArea(ring: readonly Vec[]): number {
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i] as Vec;
    const b = ring[(i + 1) % ring.length] as Vec;
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice / 2;
}

export function ringContains(ring: readonly Vec[], p: Vec): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i] as Vec;
    const b = ring[j] as Vec;
    if (
      a[1] > p[1] !== b[1] > p[1] &&
      p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]
    ) {
      inside = !inside;
    }
  }
  return inside;
}

export function ringCentre(ring: readonly Vec[]): Vec {
  const area = ringArea(ring) * 6;
  let x = 0;
  let y = 0;
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i] as Vec;
    const b = ring[(i + 1) % ring.length] as Vec;
    const cross = a[0] * b[1] - b[0] * a[1];
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  }
  return [x / area, y / area];
}

/** Distance from a point to the ring's edge. */
export function distanceToRing(ring: readonly Vec[], p: Vec): number {
  let best = Infinity;
  for (let i = 0; i < ring.length; i++) {
    best = Math.min(best, distanceToSegment(p, ring[i] as Vec, ring[(i + 1) % ring.length] as Vec));
  }
  return best;
}

/** The band of `half` metres on each side of a line, as a ring. */
export function widen(line: readonly Vec[], half: number): Vec[] {
  const sideAt = (i: number, sign: number): Vec => {
    const before = line[Math.max(0, i - 1)] as Vec;
    const after = line[Math.min(line.length - 1, i + 1)] as Vec;
    return add(line[i] as Vec, scale(left(unit(subtract(after, before))), sign * half));
  };
  const lefts = line.map((_, i) => sideAt(i, 1));
  const rights = line.map((_, i) => sideAt(i, -1));
  return [...rights, ...lefts.reverse()];
}

/** Do two convex rings overlap? Separating axes; `slack` metres of overlap are forgiven. */
export function convexOverlap(a: readonly Vec[], b: readonly Vec[], slack = 0): boolean {
  for (const [first, second] of [
    [a, b],
    [b, a],
  ] as const) {
    for (let i = 0; i < first.length; i++) {
      const p = first[i] as Vec;
      const q = first[(i + 1) % first.length] as Vec;
      const axis = unit(left(subtract(q, p)));
      let minA = Infinity,
        maxA = -Infinity,
        minB = Infinity,
        maxB = -Infinity;
      for (const v of first) {
        const d = dot(v, axis);
        if (d < minA) minA = d;
        if (d > maxA) maxA = d;
      }
      for (const v of second) {
        const d = dot(v, axis);
        if (d < minB) minB = d;
        if (d > maxB) maxB = d;
      }
      if (Math.min(maxA, maxB) - Math.max(minA, minB) <= slack) return false;
    }
  }
  return true;
}
