import type { Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  distance,
  distanceToSegment,
  lineLength,
  ringArea,
  ringContains,
  type Vec,
} from '../core/plane.ts';
import { toPlane } from '../core/projection.ts';
import { boxAround, boxOf, SpatialGrid } from '../core/spatial-grid.ts';
import type { MapFeature, MapFeatureKind } from '../types.ts';
import { generateTown, type Town } from './generate-town.ts';

const SEED = 2026;

describe('generateTown', () => {
  let town: Town;
  let streets: Streets;
  beforeAll(() => {
    town = generateTown(SEED);
    streets = indexStreets(of('street'));
  });
  const of = (...kinds: MapFeatureKind[]) =>
    town.features.filter(({ kind }) => kinds.includes(kind));

  it('draws the same town from the same seed, and another one from another', () => {
    expect(generateTown(SEED)).toEqual(town);
    expect(generateTown(7).addresses).not.toEqual(town.addresses);
  });

  it('has the size of a métropole of six communes', () => {
    const between = (count: number, low: number, high: number) => {
      expect(count).toBeGreaterThan(low);
      expect(count).toBeLessThan(high);
    };
    expect(town.territory.communes).toHaveLength(6);
    expect(of('town-hall')).toHaveLength(6);
    between(of('building').length, 12_000, 25_000);
    between(town.addresses.length, 20_000, 30_000);
    between(of('lamp').length, 8_000, 12_000);
    between(of('park').length, 60, 120);
    between(of('playground').length, 40, 120);
    between(of('school').length, 30, 60);
    for (const kind of ['station', 'cemetery', 'bus-stop', 'recycling-point', 'bench'] as const) {
      expect(of(kind), kind).not.toHaveLength(0);
    }
    for (const { code, name } of town.territory.communes) {
      expect(
        new Set(
          of('square', 'church', 'school')
            .filter((f) => f.communeCode === code)
            .map((f) => f.kind),
        ),
        name,
      ).toEqual(new Set(['square', 'church', 'school']));
    }
  });

  it('tiles the métropole with its communes, inside the département', () => {
    const { communes, boundary, departement } = town.territory;
    const whole = ringOf(boundary);
    const parts = communes.map((commune) => ringOf(commune.boundary));
    const sum = parts.reduce((total, ring) => total + ringArea(ring), 0);
    expect(sum / ringArea(whole)).toBeCloseTo(1, 9);
    expect(whole.every((p) => ringContains(ringOf(departement.boundary), p))).toBe(true);
    const spots = spread(boxOf(whole), 4_000);
    const holders = (p: Vec) => parts.filter((ring) => ringContains(ring, p)).length;
    expect(spots.map(holders)).toEqual(spots.map((p) => (ringContains(whole, p) ? 1 : 0)));
    for (const [i, commune] of communes.entries()) {
      expect(ringContains(parts[i] as Vec[], toPlane(commune.centre.coordinates))).toBe(true);
    }
  });

  it('shares every point of an inner border between two communes', () => {
    const { communes, boundary } = town.territory;
    const owners = Map.groupBy(
      communes.flatMap(
        ({
          boundary: {
            coordinates: [ring = []],
          },
        }) => ring.slice(1).map(String),
      ),
      (key) => key,
    );
    const outer = new Set(boundary.coordinates[0]?.map(String));
    for (const [key, list] of owners)
      if (!outer.has(key)) expect(list.length, key).toBeGreaterThan(1);
  });

  it('builds neither on a street nor in the river', () => {
    const rivers = of('river', 'water').flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? [ringOf(geometry)] : [],
    );
    const wet = new SpatialGrid<Vec[]>(200);
    for (const ring of rivers) wet.insert(ring, boxOf(ring));
    const wrong = of('building').filter(({ geometry }) =>
      ringOf(geometry as Polygon).some(
        (p) =>
          streets.clearance(p) < 0.2 || wet.some(boxAround(p, 0), (ring) => ringContains(ring, p)),
      ),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('lights the streets, each lamp within eight metres of one and with a number of its own', () => {
    const lamps = of('lamp');
    const far = lamps.filter(({ geometry }) => streets.away(pointOf(geometry)) > 8);
    expect(far).toEqual([]);
    const references = lamps.map(({ reference }) => reference);
    expect(new Set(references).size).toBe(lamps.length);
    expect(
      references.every((reference) => /^(MS|BR|CV|OV|ST|FG)-\d{4}$/.test(reference ?? '')),
    ).toBe(true);
  });

  it('gives each door, each landmark and each feature a name of its own', () => {
    const { landmarks, features, addresses } = town;
    expect(twice(landmarks.map(({ name, communeCode }) => `${name} ${communeCode}`))).toEqual([]);
    expect(twice(features.map(({ id }) => id))).toEqual([]);
    expect(
      twice(addresses.map((door) => `${door.number} ${door.street} ${door.communeCode}`)),
    ).toEqual([]);
  });

  it('numbers odd doors on the left of a street and even ones on the right', () => {
    const doorsOf = Map.groupBy(
      town.addresses,
      ({ street, communeCode }) => `${street} ${communeCode}`,
    );
    for (const { name, communeCode, geometry } of of('street').filter(isShortAndStraight)) {
      const [start, end] = endsOf(geometry.coordinates as Position[]).map(toPlane) as [Vec, Vec];
      for (const { number, point } of doorsOf.get(`${name} ${communeCode}`) ?? []) {
        const onLeft = ringArea([start, end, toPlane(point.coordinates)]) > 0;
        expect(onLeft, `${number} ${name}`).toBe(Number.parseInt(number, 10) % 2 === 1);
      }
    }
  });

  it('puts each address near the street that it names, in the commune that it names', () => {
    const byName = Map.groupBy(of('street'), ({ name, communeCode }) => `${name} ${communeCode}`);
    const lost = town.addresses.filter(
      ({ street, communeCode }) => !byName.has(`${street} ${communeCode}`),
    );
    expect(lost).toEqual([]);
  });

  it('never names two unconnected local streets of a commune alike', () => {
    const local = of('street').filter(
      ({ roadClass }) => roadClass === 'communal' || roadClass === 'private',
    );
    for (const [key, pieces] of Map.groupBy(
      local,
      ({ name, communeCode }) => `${name} ${communeCode}`,
    )) {
      const ends = pieces.flatMap(({ geometry }) =>
        endsOf(geometry.coordinates as Position[]).map(String),
      );
      if (pieces.length > 1) expect(new Set(ends).size, key).toBeLessThan(ends.length);
    }
  });
});

interface Streets {
  /** Metres from a point to the middle of the nearest street. */
  away(p: Vec): number;
  /** Metres from a point to the edge of the nearest street; negative on it. */
  clearance(p: Vec): number;
}

function indexStreets(features: readonly MapFeature[]): Streets {
  const grid = new SpatialGrid<{ a: Vec; b: Vec; half: number }>(60);
  for (const { geometry, widthMetres = 0 } of features) {
    const line = (geometry.coordinates as Position[]).map(toPlane);
    for (let i = 1; i < line.length; i++) {
      const piece = { a: line[i - 1] as Vec, b: line[i] as Vec, half: widthMetres / 2 };
      grid.insert(piece, boxOf([piece.a, piece.b], 20));
    }
  }
  const least = (p: Vec, metres: (away: number, half: number) => number) => {
    let best = Infinity;
    grid.some(boxAround(p, 0), ({ a, b, half }) => {
      best = Math.min(best, metres(distanceToSegment(p, a, b), half));
      return false;
    });
    return best;
  };
  return {
    away: (p) => least(p, (away) => away),
    clearance: (p) => least(p, (away, half) => away - half),
  };
}

const ringOf = ({ coordinates: [ring = []] }: Polygon): Vec[] => ring.slice(1).map(toPlane);
const pointOf = (geometry: MapFeature['geometry']): Vec =>
  toPlane(geometry.coordinates as Position);
const endsOf = (line: Position[]) => [line[0], line.at(-1)] as [Position, Position];

/** What is there more than once. */
const twice = (keys: string[]): string[] =>
  [...Map.groupBy(keys, (key) => key)].flatMap(([key, all]) => (all.length > 1 ? [key] : []));

/** A blind alley of one piece that hardly bends: what is left of it is left of its chord. */
function isShortAndStraight({ name = '', geometry }: MapFeature): boolean {
  const line = (geometry.coordinates as Position[]).map(toPlane);
  const chord = [line[0], line.at(-1)] as [Vec, Vec];
  return name.startsWith('impasse ') && lineLength(line) < 1.005 * distance(...chord);
}

/** Spots all over a box, off any lattice that borders might follow. */
function spread({ minX, minY, maxX, maxY }: ReturnType<typeof boxOf>, count: number): Vec[] {
  const fraction = (x: number) => x - Math.floor(x);
  return Array.from(
    { length: count },
    (_, i): Vec => [
      minX + fraction(i * 0.754_877_666) * (maxX - minX),
      minY + fraction(i * 0.569_840_291) * (maxY - minY),
    ],
  );
}
