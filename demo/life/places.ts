import type { Position } from 'geojson';
import {
  add,
  distance,
  fromAngle,
  lineLength,
  pointAlong,
  scale,
  type Vec,
} from '../core/plane.ts';
import { toPlane, toPoint } from '../core/projection.ts';
import type { Random } from '../core/random.ts';
import { boxAround, SpatialGrid } from '../core/spatial-grid.ts';
import type { Address, Demonstration, MapFeature, MapFeatureKind } from '../types.ts';
import type { PlaceKind } from './habits.ts';

export type Town = Pick<Demonstration, 'territory' | 'features' | 'addresses' | 'landmarks'>;

/** A spot that a request is about. */
export interface Place {
  feature: MapFeature;
  at: Vec;
  point: ReturnType<typeof toPoint>;
  /** The street of the spot, whose class says whose it is. */
  road: MapFeature;
  address: Address | undefined;
  /** As the request carries it: `12 rue des Lilas, Montserein`. */
  addressText: string;
  communeCode: string;
}

export interface Places {
  /** A spot where this kind of thing is; some spots are asked about again and again. */
  draw(random: Random, kind: PlaceKind): Place;
  /** The same thing, seen a few steps away. */
  nearby(random: Random, place: Place): Place;
}

const KINDS: Record<PlaceKind, readonly MapFeatureKind[]> = {
  street: ['street'],
  'main-street': ['street'],
  lamp: ['lamp'],
  tree: ['tree'],
  green: ['park', 'square', 'playground'],
  playground: ['playground'],
  'sports-ground': ['sports-ground'],
  seat: ['bench', 'bus-stop'],
  'public-place': ['square', 'station', 'bus-stop', 'town-hall'],
  building: ['school', 'town-hall', 'church'],
  cemetery: ['cemetery'],
  'recycling-point': ['recycling-point'],
};

const MAIN_STREET_WIDTH = 12;
const NEAR = 120;
const HOT_SPOTS = 24;

/** Files the town so that a request finds its spot, its street and its door at once. */
export function indexPlaces(town: Town, random: Random): Places {
  const addresses = new SpatialGrid<{ address: Address; at: Vec }>(NEAR);
  for (const address of town.addresses) {
    const at = toPlane(address.point.coordinates);
    addresses.insert({ address, at }, boxAround(at, 0));
  }
  const streets = new SpatialGrid<{ street: MapFeature; at: Vec }>(NEAR);
  const streetFeatures = town.features.filter(({ kind }) => kind === 'street');
  for (const street of streetFeatures) {
    const line = lineOf(street);
    const length = lineLength(line);
    for (let metres = 0; metres <= length; metres += 25) {
      const at = pointAlong(line, metres).point;
      streets.insert({ street, at }, boxAround(at, 0));
    }
  }
  const fallback = streetFeatures[0];
  if (!fallback) throw new Error('a town needs a street');
  const communeNames = new Map(town.territory.communes.map(({ code, name }) => [code, name]));

  const describe = (feature: MapFeature, at: Vec): Place => {
    const door = nearest(addresses, at)?.address;
    const road = feature.kind === 'street' ? feature : (nearest(streets, at)?.street ?? fallback);
    const communeCode =
      (feature.kind === 'street' ? undefined : feature.communeCode) ??
      door?.communeCode ??
      feature.communeCode;
    const commune = communeNames.get(communeCode) ?? '';
    const spot = door ? `${door.number} ${door.street}` : nameOf(feature, road);
    return {
      feature,
      at,
      point: toPoint(at),
      road,
      address: door,
      addressText: spot ? `${spot}, ${commune}` : commune,
      communeCode,
    };
  };

  const pools = new Map<PlaceKind, Pool>();
  const poolOf = (kind: PlaceKind): Pool => {
    const known = pools.get(kind);
    if (known) return known;
    const wanted = KINDS[kind];
    const features = town.features.filter(
      (feature) =>
        wanted.includes(feature.kind) &&
        (kind !== 'main-street' || (feature.widthMetres ?? 0) >= MAIN_STREET_WIDTH),
    );
    // A village without a cemetery still has streets.
    const pool = features.length > 0 ? fill(features, random.fork(kind)) : poolOf('street');
    pools.set(kind, pool);
    return pool;
  };

  return {
    draw(random, kind) {
      const pool = poolOf(kind);
      const feature = random.chance(0.12) ? random.pick(pool.hotSpots) : pool.pick(random);
      return describe(feature, spotOn(random, feature));
    },
    nearby: (random, { feature, at }) =>
      describe(feature, add(at, scale(fromAngle(random.between(0, 6.28)), random.between(1, 14)))),
  };
}

interface Pool {
  hotSpots: MapFeature[];
  pick(random: Random): MapFeature;
}

/** Long streets are asked about more often, and those between fields hardly ever. */
function fill(features: MapFeature[], random: Random): Pool {
  const sums: number[] = [];
  let total = 0;
  for (const feature of features) {
    total += weightOf(feature);
    sums.push(total);
  }
  const pick = (source: Random) => {
    const wanted = source.next() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) > wanted) high = middle;
      else low = middle + 1;
    }
    return features[low] as MapFeature;
  };
  return { pick, hotSpots: Array.from({ length: HOT_SPOTS }, () => pick(random)) };
}

function weightOf(feature: MapFeature): number {
  if (feature.kind !== 'street') return 1;
  const length = Math.min(lineLength(lineOf(feature)), 800);
  return (5 + length) * (feature.builtUp === false ? 0.12 : 1);
}

function lineOf({ geometry }: MapFeature): Vec[] {
  if (geometry.type === 'Point') return [toPlane(geometry.coordinates)];
  const positions = geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates;
  return (positions as Position[]).map(toPlane);
}

/** On the kerb of a street, inside a park, at the foot of a lamp. */
function spotOn(random: Random, feature: MapFeature): Vec {
  const line = lineOf(feature);
  const [first] = line as [Vec];
  if (feature.geometry.type === 'Point' || line.length < 2) return first;
  if (feature.geometry.type === 'LineString') {
    return pointAlong(line, random.between(0.05, 0.95) * lineLength(line)).point;
  }
  const centre = scale(line.reduce(add, [0, 0]), 1 / line.length);
  const edge = random.pick(line);
  const reach = random.between(0, 0.7);
  return [centre[0] + (edge[0] - centre[0]) * reach, centre[1] + (edge[1] - centre[1]) * reach];
}

function nearest<T extends { at: Vec }>(grid: SpatialGrid<T>, from: Vec): T | undefined {
  let best: T | undefined;
  let least = NEAR;
  grid.some(boxAround(from, NEAR), (item) => {
    const metres = distance(item.at, from);
    if (metres < least) {
      least = metres;
      best = item;
    }
    return false;
  });
  return best;
}

function nameOf(feature: MapFeature, road: MapFeature): string {
  return feature.name ?? road.name ?? feature.roadNumber ?? road.roadNumber ?? '';
}
