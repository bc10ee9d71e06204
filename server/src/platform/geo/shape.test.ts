import { describe, expect, it } from 'vitest';
import { shapeFault } from './shape.ts';

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];

describe('shapeFault', () => {
  it('accepts sound lines and areas', () => {
    expect(
      shapeFault({
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1, 30],
        ],
      }),
    ).toBeUndefined();
    expect(
      shapeFault({
        type: 'MultiLineString',
        coordinates: [
          [
            [0, 0],
            [1, 1],
          ],
        ],
      }),
    ).toBeUndefined();
    expect(shapeFault({ type: 'Polygon', coordinates: [ring] })).toBeUndefined();
    expect(shapeFault({ type: 'MultiPolygon', coordinates: [[ring, ring]] })).toBeUndefined();
  });

  it.each([
    [null, 'not a line nor an area'],
    ['Polygon', 'not a line nor an area'],
    [{ type: 'Point', coordinates: [0, 0] }, 'not a line nor an area'],
    [{ type: 'Polygon' }, 'empty coordinates'],
    [{ type: 'MultiPolygon', coordinates: [[]] }, 'empty coordinates'],
    [{ type: 'LineString', coordinates: [[0, 0]] }, 'a line needs two positions'],
    [
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [181, 0],
        ],
      },
      'a position is not on Earth',
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          ['1', 0],
        ],
      },
      'a position is not on Earth',
    ],
    [
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [Number.NaN, 0],
        ],
      },
      'a position is not on Earth',
    ],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [0, 0],
          ],
        ],
      },
      'a ring needs four positions',
    ],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
      },
      'a ring is not closed',
    ],
  ])('refuses %j', (shape, fault) => {
    expect(shapeFault(shape)).toBe(fault);
  });
});
