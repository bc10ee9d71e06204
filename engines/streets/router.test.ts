import { describe, expect, it } from 'vitest';
import { arcsOf } from './arcs.ts';
import { buildNetwork, type MappedStreet } from './build-network.ts';
import { distanceMetres } from './distance.ts';
import { contract } from './hierarchy.ts';
import { createRouter } from './router.ts';
import { readHierarchy, readNetwork, writeHierarchy, writeNetwork } from './serialize.ts';
import { imaginePlaces, imagineTown } from './test/town.ts';

const ANY = { tonnes: 0, height: 0 };
const FREE = { kmh: 36, forward: true, backward: true, maxTonnes: Infinity, maxHeight: Infinity };

/** A block: 0 and 1 below, 2 and 3 above, about 1.1 km a side; 10 m/s everywhere. */
const BLOCK = {
  ids: Float64Array.of(0, 1, 2, 3),
  lat: Float64Array.of(43.6, 43.6, 43.61, 43.61),
  long: Float64Array.of(3.87, 3.88, 3.87, 3.88),
};
const at = (index: number) => ({
  lat: BLOCK.lat[index] as number,
  long: BLOCK.long[index] as number,
});
const side = (from: number, to: number) => distanceMetres(at(from), at(to));

function secondsBetween(streets: MappedStreet[], from: number, to: number, vehicle = ANY) {
  const router = createRouter(buildNetwork(BLOCK, streets), vehicle);
  return router.table([at(from), at(to)]).seconds[1];
}

const around: MappedStreet[] = [
  { ...FREE, points: [0, 1] },
  { ...FREE, points: [1, 3, 2, 0] },
];

describe('a way', () => {
  it('is the quickest', () => {
    expect(secondsBetween(around, 0, 1)).toBeCloseTo(side(0, 1) / 10, 1);
  });

  it('goes around the block against a one-way street', () => {
    const oneway = [{ ...FREE, backward: false, points: [0, 1] }, around[1] as MappedStreet];
    const longWay = side(1, 3) + side(3, 2) + side(2, 0);
    expect(secondsBetween(oneway, 1, 0)).toBeCloseTo(longWay / 10, 1);
    expect(secondsBetween(oneway, 0, 1)).toBeCloseTo(side(0, 1) / 10, 1);
  });

  it('avoids what the vehicle is too heavy or too high for', () => {
    const bridge = [{ ...FREE, maxTonnes: 3.5, maxHeight: 2.8, points: [0, 1] }, around[1]];
    const streets = bridge as MappedStreet[];
    const short = side(0, 1) / 10;
    expect(secondsBetween(streets, 0, 1, { tonnes: 3.5, height: 2.8 })).toBeCloseTo(short, 1);
    expect(secondsBetween(streets, 0, 1, { tonnes: 7.5, height: 2 })).toBeGreaterThan(2 * short);
    expect(secondsBetween(streets, 0, 1, { tonnes: 2, height: 3.4 })).toBeGreaterThan(2 * short);
  });

  it('between two doors of one street stays in it', () => {
    const router = createRouter(buildNetwork(BLOCK, around), ANY);
    const door = (share: number) => ({ lat: 43.6, long: 3.87 + 0.01 * share });
    const { seconds, metres } = router.table([door(0.2), door(0.5)]);
    expect(seconds[1]).toBeCloseTo((0.3 * side(0, 1)) / 10, 0);
    expect(metres[2]).toBeCloseTo(0.3 * side(0, 1), 0);
  });

  it('ends with some steps to a place off the street, and never begins in a yard without entry', () => {
    const yard = [...around, { ...FREE, points: [10, 11] }];
    const points = {
      ids: Float64Array.of(0, 1, 2, 3, 10, 11),
      lat: Float64Array.of(...BLOCK.lat, 43.601, 43.6011),
      long: Float64Array.of(...BLOCK.long, 3.875, 3.8751),
    };
    const router = createRouter(buildNetwork(points, yard), ANY);
    const { seconds } = router.table([{ lat: 43.601, long: 3.875 }, at(1)]);
    const steps = distanceMetres({ lat: 43.601, long: 3.875 }, { lat: 43.6, long: 3.875 });
    expect(seconds[1]).toBeCloseTo(steps / 1.2 + side(0, 1) / 20, 0);
  });
});

it('a town without a street has no way, and says so', () => {
  const router = createRouter(buildNetwork(BLOCK, []), ANY);
  expect([...router.table([at(0), at(1)]).seconds]).toEqual([0, Infinity, Infinity, 0]);
});

it('a street that leaves the map is cut there', () => {
  const { from } = buildNetwork(BLOCK, [{ ...FREE, points: [0, 1, 99, 3, 2] }]);
  expect(from).toHaveLength(2);
});

it('what was written is read again, and gives the same times', () => {
  const { points, streets } = imagineTown(9, 20);
  const network = buildNetwork(points, streets);
  const router = createRouter(network, ANY);
  const places = imaginePlaces(5, 20, 30);
  const hierarchy = readHierarchy(writeHierarchy(contract(arcsOf(network, ANY))));
  const again = createRouter(readNetwork(writeNetwork(network)), ANY, hierarchy);
  expect(again.table(places)).toEqual(router.table(places));
  expect(() => readNetwork(new Uint8Array(64))).toThrow(RangeError);
});
