import { describe, expect, it } from 'vitest';
import { fromPosition, isPoint, parsePoint, toPosition } from './point.ts';

describe('points', () => {
  it('reads decimal texts and numbers', () => {
    expect(parsePoint('43.6', ' -3.9 ')).toEqual({ lat: 43.6, long: -3.9 });
    expect(parsePoint(90, 180)).toEqual({ lat: 90, long: 180 });
  });

  it.each([
    ['', ''],
    ['91', '0'],
    ['0', '180.1'],
    ['0x10', '0'],
    ['1e1', '0'],
    ['43,6', '3'],
    [null, 3],
    [Number.NaN, 3],
    [Infinity, 3],
    [[43], 3],
  ])('refuses %j, %j', (lat, long) => {
    expect(parsePoint(lat, long)).toBeUndefined();
  });

  it('knows a point from anything else', () => {
    expect(isPoint({ lat: 0, long: 0 })).toBe(true);
    for (const other of [null, undefined, 4, 'x', {}, { lat: '0', long: 0 }, { lat: 0, lng: 0 }]) {
      expect(isPoint(other)).toBe(false);
    }
  });

  it('turns to GeoJSON order and back', () => {
    expect(toPosition({ lat: 43, long: 3 })).toEqual([3, 43]);
    expect(fromPosition([3, 43, 12])).toEqual({ lat: 43, long: 3 });
    expect(() => fromPosition([3])).toThrow(RangeError);
  });
});
