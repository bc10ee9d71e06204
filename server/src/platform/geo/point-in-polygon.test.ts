import fc from 'fast-check';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { pointInPolygon } from './point-in-polygon.ts';

const square = (low: number, high: number): Position[] => [
  [low, low],
  [high, low],
  [high, high],
  [low, high],
  [low, low],
];
const ringWithHole: Polygon = { type: 'Polygon', coordinates: [square(0, 10), square(4, 6)] };
const at = (long: number, lat: number) => ({ lat, long });

/** A star-shaped ring around (3.9, 43.6), with as many corners as radii. */
const star = fc
  .array(fc.double({ min: 0.01, max: 0.2, noNaN: true }), { minLength: 3, maxLength: 12 })
  .map((radii) => {
    const corners = radii.map((radius, i): Position => {
      const angle = (2 * Math.PI * i) / radii.length;
      return [3.9 + radius * Math.cos(angle), 43.6 + radius * Math.sin(angle)];
    });
    return [...corners, corners[0] as Position];
  });
const near = fc.record({
  long: fc.double({ min: 3.6, max: 4.2, noNaN: true }),
  lat: fc.double({ min: 43.3, max: 43.9, noNaN: true }),
});

describe('pointInPolygon', () => {
  it('knows inside from outside', () => {
    expect(pointInPolygon(at(1, 1), ringWithHole)).toBe(true);
    expect(pointInPolygon(at(11, 5), ringWithHole)).toBe(false);
    expect(pointInPolygon(at(-1, 10), ringWithHole)).toBe(false);
  });

  it('leaves holes out but keeps their edge', () => {
    expect(pointInPolygon(at(5, 5), ringWithHole)).toBe(false);
    expect(pointInPolygon(at(4, 5), ringWithHole)).toBe(true);
    expect(pointInPolygon(at(6, 6), ringWithHole)).toBe(true);
  });

  it('counts every edge and corner as inside', () => {
    for (const step of [0, 2.5, 5, 10]) {
      for (const point of [at(step, 0), at(10, step), at(step, 10), at(0, step)]) {
        expect(pointInPolygon(point, ringWithHole)).toBe(true);
      }
    }
  });

  it('looks in every part of a multipolygon', () => {
    const islands: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [[square(0, 1)], [square(5, 6)]],
    };
    expect(pointInPolygon(at(5.5, 5.5), islands)).toBe(true);
    expect(pointInPolygon(at(3, 3), islands)).toBe(false);
  });

  it('is false for an area without ring', () => {
    expect(pointInPolygon(at(0, 0), { type: 'Polygon', coordinates: [] })).toBe(false);
    expect(pointInPolygon(at(0, 0), { type: 'MultiPolygon', coordinates: [] })).toBe(false);
  });

  it('holds its centre and its corners, whatever the direction and the first corner', () => {
    fc.assert(
      fc.property(star, near, fc.nat(), (ring, point, shift) => {
        const area: Polygon = { type: 'Polygon', coordinates: [ring] };
        if (ring.length > 4) expect(pointInPolygon(at(3.9, 43.6), area)).toBe(true);
        for (const [long = 0, lat = 0] of ring)
          expect(pointInPolygon(at(long, lat), area)).toBe(true);
        const open = ring.slice(1);
        const turned = [...open.slice(shift % open.length), ...open.slice(0, shift % open.length)];
        const others = [ring.toReversed(), [...turned, turned[0] as Position]];
        const inside = pointInPolygon(point, area);
        for (const other of others) {
          expect(pointInPolygon(point, { type: 'Polygon', coordinates: [other] })).toBe(inside);
        }
      }),
    );
  });

  it('puts every point of a cut area in one side at least, in both only on the cut', () => {
    fc.assert(
      fc.property(
        fc.tuple(near, near).filter(([a, b]) => a.lat !== b.lat),
        near,
        ([a, b], point) => {
          // A quadrilateral from west to east, cut by the segment a–b.
          const cut: Position[] = [
            [a.long, a.lat],
            [b.long, b.lat],
          ];
          const [first, last] = a.lat < b.lat ? cut : cut.toReversed();
          const bottom = (first as Position)[1] as number;
          const top = (last as Position)[1] as number;
          const west: Polygon = {
            type: 'Polygon',
            coordinates: [closed([[3, bottom], first, last, [3, top]])],
          };
          const east: Polygon = {
            type: 'Polygon',
            coordinates: [closed([[5, bottom], first, last, [5, top]])],
          };
          const sides = [west, east].filter((side) => pointInPolygon(point, side)).length;
          const between = point.lat >= bottom && point.lat <= top;
          expect(sides >= 1).toBe(between);
        },
      ),
    );
  });
});

function closed(corners: (Position | undefined)[]): Position[] {
  const ring = corners as Position[];
  return [...ring, ring[0] as Position];
}
