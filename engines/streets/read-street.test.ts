import { expect, it } from 'vitest';
import { readStreet } from './read-street.ts';

const read = (tags: Record<string, string>) => readStreet(new Map(Object.entries(tags)));

it.each([
  [{ highway: 'residential' }, 22],
  [{ highway: 'residential', maxspeed: '30' }, 21],
  [{ highway: 'secondary', maxspeed: 'FR:urban' }, 35],
  [{ highway: 'primary', maxspeed: '40 mph' }, 54.7],
  [{ highway: 'secondary', maxspeed: 'none' }, 40],
  [{ highway: 'pedestrian', maxspeed: '50', motor_vehicle: 'no' }, 6],
])('%o is driven at %d km/h', (tags, kmh) => {
  expect(read(tags as Record<string, string>)?.kmh).toBeCloseTo(kmh, 1);
});

it.each([
  { highway: 'footway' },
  { highway: 'cycleway' },
  { building: 'yes' },
  { highway: 'service', access: 'private' },
  { highway: 'track', motor_vehicle: 'no', access: 'yes' },
  { highway: 'pedestrian', area: 'yes' },
])('%o is not driven on', (tags) => expect(read(tags as Record<string, string>)).toBeUndefined());

it.each([
  [{ oneway: 'yes' }, true, false],
  [{ oneway: '-1' }, false, true],
  [{ junction: 'roundabout' }, true, false],
  [{ junction: 'roundabout', oneway: 'no' }, true, true],
  [{ oneway: 'yes', 'oneway:motor_vehicle': 'no' }, true, true],
])('%o is driven forward: %s, backward: %s', (tags, forward, backward) => {
  expect(read({ highway: 'residential', ...tags })).toMatchObject({ forward, backward });
});

it.each([
  [{ maxweight: '3.5' }, 3.5, Infinity],
  [{ maxweight: '19 t', maxheight: '2,8 m' }, 19, 2.8],
  [{ maxweight: '3500 kg' }, Infinity, Infinity],
  [{ maxweight: '750 kg', maxheight: 'default' }, 0.75, Infinity],
])('%o admits %d t and %d m', (tags, maxTonnes, maxHeight) => {
  expect(read({ highway: 'residential', ...tags })).toMatchObject({ maxTonnes, maxHeight });
});
