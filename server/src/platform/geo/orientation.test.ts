import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactOrientation, orientation } from './orientation.ts';

const coordinate = fc.double({ min: -180, max: 180, noNaN: true });
const ULP = 2 ** -53;

describe('orientation', () => {
  it('tells left, right and on the line', () => {
    expect(orientation(0, 0, 1, 0, 0.5, 1)).toBe(1);
    expect(orientation(0, 0, 1, 0, 0.5, -1)).toBe(-1);
    expect(orientation(0, 0, 1, 0, 0.5, 0)).toBe(0);
  });

  // Kettner et al., "Classroom examples of robustness problems in geometric computations" (2008), fig. 2.
  it('is exact where the plain determinant is not', () => {
    let plainWrong = 0;
    for (let i = 0; i < 64; i++) {
      for (let j = 0; j < 64; j++) {
        const [x, y] = [0.5 + i * ULP, 0.5 + j * ULP];
        const expected = Math.sign(y - x);
        // The line is y = x, seen from (12, 12) to (24, 24): left is above.
        expect(orientation(12, 12, 24, 24, x, y)).toBe(expected);
        const plain = Math.sign((12 - x) * (24 - y) - (12 - y) * (24 - x));
        if (plain !== expected) plainWrong++;
      }
    }
    expect(plainWrong).toBeGreaterThan(0);
  });

  it('agrees with integer arithmetic, tiny and subnormal numbers included', () => {
    const six = fc.tuple(coordinate, coordinate, coordinate, coordinate, coordinate, coordinate);
    const tiny = fc.double({ min: -1e-300, max: 1e-300, noNaN: true });
    const tinySix = fc.tuple(tiny, tiny, tiny, tiny, tiny, tiny);
    fc.assert(
      fc.property(fc.oneof(six, tinySix), (numbers) => {
        expect(orientation(...numbers)).toBe(exactOrientation(...numbers));
      }),
    );
  });

  it('keeps its sign under rotation of the three points and turns under a swap', () => {
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        coordinate,
        coordinate,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (ax, ay, bx, by, t) => {
          // Nearly on the line: the hard case.
          const [cx, cy] = [ax + t * (bx - ax), ay + t * (by - ay)];
          const side = orientation(ax, ay, bx, by, cx, cy);
          expect(orientation(bx, by, cx, cy, ax, ay)).toBe(side);
          expect(orientation(bx, by, ax, ay, cx, cy) + side).toBe(0);
        },
      ),
    );
  });
});
