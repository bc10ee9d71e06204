import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bboxOf, boxAround, contains, intersects } from './bounding-box.ts';
import { distanceMetres } from './distance.ts';

const place = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  long: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('bboxOf', () => {
  it('holds points, lines, areas and collections', () => {
    expect(bboxOf({ type: 'Point', coordinates: [3.9, 43.6] })).toEqual({
      south: 43.6,
      west: 3.9,
      north: 43.6,
      east: 3.9,
    });
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [1, 2],
        [3, -4],
        [0, 1],
      ],
    };
    expect(bboxOf(line)).toEqual({ south: -4, west: 0, north: 2, east: 3 });
    const area = {
      type: 'MultiPolygon' as const,
      coordinates: [
        [
          [
            [5, 5],
            [6, 5],
            [6, 7],
            [5, 5],
          ],
        ],
      ],
    };
    const feature = { type: 'Feature' as const, properties: {}, geometry: area };
    const lone = {
      type: 'Feature' as const,
      properties: {},
      geometry: { type: 'GeometryCollection' as const, geometries: [line] },
    };
    expect(bboxOf({ type: 'FeatureCollection', features: [feature, lone] })).toEqual({
      south: -4,
      west: 0,
      north: 7,
      east: 6,
    });
  });

  it('refuses what holds no position', () => {
    expect(() => bboxOf({ type: 'FeatureCollection', features: [] })).toThrow(RangeError);
    expect(() => bboxOf({ type: 'MultiPolygon', coordinates: [] })).toThrow(RangeError);
  });
});

describe('boxes', () => {
  const box = { south: 0, west: 0, north: 10, east: 10 };

  it('contain their edges', () => {
    expect(contains(box, { lat: 10, long: 0 })).toBe(true);
    expect(contains(box, { lat: 10.001, long: 0 })).toBe(false);
  });

  it('intersect when they only touch', () => {
    expect(intersects(box, { south: 10, west: 10, north: 11, east: 11 })).toBe(true);
    expect(intersects(box, { south: 3, west: 10.1, north: 4, east: 11 })).toBe(false);
  });
});

describe('boxAround', () => {
  it('is about twice the distance high and wide', () => {
    const { south, west, north, east } = boxAround({ lat: 43.6, long: 3.9 }, 100);
    expect(distanceMetres({ lat: south, long: 3.9 }, { lat: north, long: 3.9 })).toBeCloseTo(
      200,
      3,
    );
    expect(distanceMetres({ lat: 43.6, long: west }, { lat: 43.6, long: east })).toBeCloseTo(
      200,
      3,
    );
  });

  it('widens to all longitudes at the poles and at the antimeridian', () => {
    expect(boxAround({ lat: 89.9999, long: 0 }, 1000)).toMatchObject({
      west: -180,
      north: 90,
      east: 180,
    });
    expect(boxAround({ lat: -13.3, long: -179.999 }, 1000)).toMatchObject({
      west: -180,
      east: 180,
    });
  });

  it('never leaves out a place within the distance', () => {
    fc.assert(
      fc.property(place, place, (centre, other) => {
        expect(contains(boxAround(centre, distanceMetres(centre, other)), other)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
