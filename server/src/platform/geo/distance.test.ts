import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMetres, EARTH_RADIUS } from './distance.ts';

const place = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  long: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('distanceMetres', () => {
  it('agrees with a known distance', () => {
    // Paris to Montpellier by the WGS 84 ellipsoid is about 596 km; the sphere is within 0.5 %.
    const metres = distanceMetres({ lat: 48.8566, long: 2.3522 }, { lat: 43.6108, long: 3.8767 });
    expect(Math.abs(metres - 595_700)).toBeLessThan(3000);
  });

  it('makes one degree of a meridian 111.195 km', () => {
    expect(distanceMetres({ lat: 43, long: 3 }, { lat: 44, long: 3 })).toBeCloseTo(
      (Math.PI * EARTH_RADIUS) / 180,
      3,
    );
  });

  it('goes the short way across the antimeridian', () => {
    expect(distanceMetres({ lat: 0, long: 179.5 }, { lat: 0, long: -179.5 })).toBeLessThan(112_000);
  });

  it('is a metric on the sphere', () => {
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const direct = distanceMetres(a, c);
        expect(distanceMetres(a, a)).toBe(0);
        expect(direct).toBeCloseTo(distanceMetres(c, a), 5);
        expect(direct).toBeLessThanOrEqual(Math.PI * EARTH_RADIUS);
        // Near the antipodes the haversine loses half of its digits: 1 m of slack.
        expect(direct).toBeLessThanOrEqual(distanceMetres(a, b) + distanceMetres(b, c) + 1);
      }),
    );
  });
});
