import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains } from './bounding-box.ts';
import { isSlippyTile, MERCATOR_LATITUDE, tileAt, tileBox } from './slippy-tile.ts';

describe('slippy tiles', () => {
  it('cover the whole square at zoom 0', () => {
    const { south, west, north, east } = tileBox({ z: 0, x: 0, y: 0 });
    expect([west, east]).toEqual([-180, 180]);
    expect(north).toBeCloseTo(MERCATOR_LATITUDE, 9);
    expect(south).toBeCloseTo(-MERCATOR_LATITUDE, 9);
  });

  it('match the published example of the OpenStreetMap wiki', () => {
    expect(tileAt({ lat: 35.6590699, long: 139.7006793 }, 18)).toEqual({
      z: 18,
      x: 232_798,
      y: 103_246,
    });
  });

  it('hold the points that they are found for', () => {
    const place = fc.record({
      lat: fc.double({ min: -85, max: 85, noNaN: true }),
      long: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 20 }), (point, z) => {
        const tile = tileAt(point, z);
        const box = tileBox(tile);
        expect(isSlippyTile(tile)).toBe(true);
        const slack = 1e-9;
        const wider = {
          south: box.south - slack,
          west: box.west - slack,
          north: box.north + slack,
          east: box.east + slack,
        };
        expect(contains(wider, point)).toBe(true);
      }),
    );
  });

  it('keep the poles in the first and last rows', () => {
    expect(tileAt({ lat: 90, long: 180 }, 3)).toEqual({ z: 3, x: 7, y: 0 });
    expect(tileAt({ lat: -90, long: -180 }, 3)).toEqual({ z: 3, x: 0, y: 7 });
  });

  it('are whole numbers within their zoom', () => {
    expect(isSlippyTile({ z: 1, x: 2, y: 0 })).toBe(false);
    expect(isSlippyTile({ z: 25, x: 0, y: 0 })).toBe(false);
    expect(isSlippyTile({ z: 2, x: 0.5, y: 0 })).toBe(false);
    expect(isSlippyTile({ z: 2, x: -1, y: 0 })).toBe(false);
    expect(isSlippyTile({ z: 2, x: 3, y: 3 })).toBe(true);
  });
});
