import { existsSync, readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import {
  type Area,
  bboxOf,
  contains,
  distanceToShape,
  pointInPolygon,
  polygonsOf,
  shapeFault,
} from './index.ts';

// Real contours are kept outside the repository; without them these tests say so and are skipped.
const file = new URL('../../../../../shared/data/geo/3m-communes-31.geojson', import.meta.url);
const present = existsSync(file);
if (!present) console.warn('Skipped: ../shared/data/geo/3m-communes-31.geojson is absent');

describe.skipIf(!present)('the 31 communes of a real métropole', () => {
  const communes = present
    ? (JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection<Area, { nom: string }>).features
    : [];
  const communesAt = (long: number, lat: number) =>
    communes
      .filter(({ geometry }) => pointInPolygon({ lat, long }, geometry))
      .map(({ properties }) => properties.nom);

  it('are sound shapes', () => {
    expect(communes).toHaveLength(31);
    for (const { geometry } of communes) expect(shapeFault(geometry)).toBeUndefined();
  });

  it('hold the places that they should', () => {
    expect(communesAt(3.8767, 43.6108)).toEqual(['Montpellier']);
    expect(communesAt(3.8997, 43.6303)).toEqual(['Castelnau-le-Lez']);
    expect(communesAt(2.3522, 48.8566)).toEqual([]);
  });

  it('keep their own corners, in their box and at distance 0', () => {
    for (const { geometry } of communes) {
      const box = bboxOf(geometry);
      const corners = polygonsOf(geometry).flat(2);
      for (const [long = 0, lat = 0] of corners) {
        expect(contains(box, { lat, long })).toBe(true);
        expect(distanceToShape({ lat, long }, geometry)).toBe(0);
      }
    }
  });
});
