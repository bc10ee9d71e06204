import fc from 'fast-check';
import type { LineString, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { distanceMetres } from './distance.ts';
import { distanceToEdge, distanceToShape, nearestSegment } from './nearest-segment.ts';

const street: LineString = {
  type: 'LineString',
  coordinates: [
    [3.9, 43.6],
    [3.91, 43.6],
    [3.91, 43.61],
  ],
};
const park: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [3.9, 43.6],
      [3.91, 43.6],
      [3.91, 43.61],
      [3.9, 43.61],
      [3.9, 43.6],
    ],
  ],
};

describe('nearestSegment', () => {
  it('finds the segment, the place on it and the distance', () => {
    const found = nearestSegment({ lat: 43.605, long: 3.912 }, street);
    expect(found).toMatchObject({ line: 0, segment: 1 });
    expect(found.fraction).toBeCloseTo(0.5, 6);
    expect(found.point.long).toBeCloseTo(3.91, 9);
    expect(found.metres).toBeCloseTo(
      distanceMetres({ lat: 43.605, long: 3.912 }, { lat: 43.605, long: 3.91 }),
      6,
    );
  });

  it('stops at the ends', () => {
    expect(nearestSegment({ lat: 43.59, long: 3.8 }, street)).toMatchObject({
      segment: 0,
      fraction: 0,
    });
  });

  it('counts lines through a multi-line', () => {
    const two = {
      type: 'MultiLineString' as const,
      coordinates: [
        [
          [0, 0],
          [1, 0],
        ],
        street.coordinates,
      ],
    };
    expect(nearestSegment({ lat: 43.6, long: 3.905 }, two)).toMatchObject({ line: 1, segment: 0 });
  });

  it('accepts a repeated position and refuses a shape without segment', () => {
    const still: LineString = {
      type: 'LineString',
      coordinates: [
        [3.9, 43.6],
        [3.9, 43.6],
      ],
    };
    expect(nearestSegment({ lat: 43.6, long: 3.9 }, still).metres).toBe(0);
    expect(() =>
      nearestSegment({ lat: 0, long: 0 }, { type: 'LineString', coordinates: [] }),
    ).toThrow(RangeError);
  });

  it('is never farther than any sampled place of the line', () => {
    const around = fc.record({
      lat: fc.double({ min: 43.5, max: 43.7, noNaN: true }),
      long: fc.double({ min: 3.8, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(around, fc.double({ min: 0, max: 1, noNaN: true }), (point, t) => {
        const { metres } = nearestSegment(point, street);
        const sample = distanceMetres(point, { lat: 43.6, long: 3.9 + t * 0.01 });
        expect(metres).toBeLessThanOrEqual(sample * 1.001 + 1e-6);
      }),
    );
  });
});

describe('distanceToShape', () => {
  it('is 0 inside an area and the distance to its edge outside', () => {
    const centre = { lat: 43.605, long: 3.905 };
    expect(distanceToShape(centre, park)).toBe(0);
    expect(distanceToEdge(centre, park)).toBeGreaterThan(400);
    const outside = { lat: 43.605, long: 3.92 };
    expect(distanceToShape(outside, park)).toBe(distanceToEdge(outside, park));
  });
});
