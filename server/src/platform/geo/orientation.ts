/**
 * On which side of the line a→b the point c lies, exactly, whatever the rounding:
 * 1 on the left, -1 on the right, 0 on the line. Coordinates are finite plane coordinates.
 *
 * Almost always one floating-point determinant answers; only when its sign is
 * within the error bound are the six numbers taken as exact integers.
 *
 * Source: J. R. Shewchuk, "Adaptive precision floating-point arithmetic and fast robust
 * geometric predicates", Discrete & Computational Geometry 18 (1997), bound `ccwerrboundA`.
 */
export function orientation(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): -1 | 0 | 1 {
  const left = (ax - cx) * (by - cy);
  const right = (ay - cy) * (bx - cx);
  const determinant = left - right;
  const bound = ERROR_BOUND * (Math.abs(left) + Math.abs(right)) + UNDERFLOW;
  if (determinant > bound) return 1;
  if (determinant < -bound) return -1;
  return exactOrientation(ax, ay, bx, by, cx, cy);
}

/** The same sign by integer arithmetic alone: a thousand times slower, never wrong. */
export function exactOrientation(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): -1 | 0 | 1 {
  const [x, y] = [toInteger(cx), toInteger(cy)];
  const determinant =
    (toInteger(ax) - x) * (toInteger(by) - y) - (toInteger(ay) - y) * (toInteger(bx) - x);
  return determinant > 0n ? 1 : determinant < 0n ? -1 : 0;
}

const HALF_ULP = 2 ** -53;
const ERROR_BOUND = (3 + 16 * HALF_ULP) * HALF_ULP;
// Shewchuk's bound supposes that no product underflows.
const UNDERFLOW = 2 ** -1000;

const float = new Float64Array(1);
const bits = new BigUint64Array(float.buffer);

/** A double is an integer multiple of 2^-1074: this integer. */
function toInteger(value: number): bigint {
  float[0] = value;
  const [word = 0n] = bits;
  const exponent = (word >> 52n) & 0x7ffn;
  const fraction = word & 0xf_ffff_ffff_ffffn;
  const magnitude = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return word >> 63n === 0n ? magnitude : -magnitude;
}
