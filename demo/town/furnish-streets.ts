import { add, left, lineLength, pointAlong, scale, type Vec } from '../core/plane.ts';
import type { Random } from '../core/random.ts';
import type { CommuneFacts } from '../territory/communes.ts';
import type { MapFeatureKind } from '../types.ts';
import type { Street } from './join-stretches.ts';
import type { Occupancy } from './occupancy.ts';

/** Something small that stands in one spot. */
export interface Fixture {
  kind: Extract<MapFeatureKind, 'lamp' | 'tree' | 'bus-stop' | 'recycling-point' | 'bench'>;
  at: Vec;
  commune: CommuneFacts;
  name?: string;
  reference?: string;
}

/** Nothing of a street stands farther from its middle, even on a boulevard. */
const FARTHEST = 7.6;
const AVENUE = 15;

/** Lamps, trees, stops, benches and glass banks along the built-up streets. */
export function furnishStreets(
  streets: readonly Street[],
  occupancy: Occupancy,
  random: Random,
): Fixture[] {
  const fixtures: Fixture[] = [];
  const counts = new Map<string, number>();
  const count = (key: string): string => {
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    return String(number).padStart(4, '0');
  };

  for (const street of streets) {
    const { commune, width, bridge, roadClass, builtUp } = street;
    if (!builtUp || roadClass === 'national') continue;
    const kerb = Math.min(FARTHEST, width / 2 - 0.6);
    const boulevard = width >= AVENUE;
    let side = 1;
    for (const spot of along(street.line, spacingOf(street), random)) {
      side = -side;
      const reference = `${commune.initials}-${count(`lamp ${commune.code}`)}`;
      fixtures.push({ kind: 'lamp', at: beside(spot, side * kerb), commune, reference });
    }
    if (bridge) continue;
    if (boulevard || (width >= 11 && random.chance(0.3))) {
      for (const spot of along(street.line, boulevard ? 14 : 22, random)) {
        for (const side of [1, -1]) {
          if (random.chance(0.12)) continue;
          const reference = `A-${count('tree')}`;
          fixtures.push({
            kind: 'tree',
            at: beside(spot, side * (kerb - 0.9)),
            commune,
            reference,
          });
        }
      }
    }
    if (boulevard) {
      for (const spot of along(street.line, 95, random)) {
        fixtures.push({ kind: 'bench', at: beside(spot, random.pick([1, -1]) * kerb), commune });
      }
    }
    for (const spot of along(street.line, 620, random)) {
      const at = beside(spot, random.pick([1, -1]) * Math.min(FARTHEST, width / 2 + 1));
      if (!occupancy.isOpenGround(at) || !random.chance(0.45)) continue;
      const reference = `PAV ${count('recycling-point').slice(1)}`;
      fixtures.push({
        kind: 'recycling-point',
        at,
        commune,
        reference,
        name: `Point tri ${street.name}`,
      });
    }
  }
  return [...fixtures, ...placeBusStops(streets, random)];
}

/** Narrow streets are lit from closer poles. */
const spacingOf = ({ pattern, width }: Street): number =>
  pattern === 'old-town' ? 27 : width >= AVENUE ? 31 : 37;

/** Pairs of stops along the roads that buses take, each named after the street where it stands. */
function placeBusStops(streets: readonly Street[], random: Random): Fixture[] {
  const taken = new Set<string>();
  const stops: Fixture[] = [];
  for (const { line, width, commune, name, builtUp, bridge, roadClass } of streets) {
    const served = (roadClass === 'departmental' || width >= 12) && roadClass !== 'national';
    if (!served || !builtUp || bridge) continue;
    for (const spot of along(line, 420, random)) {
      const title = STOP_WORDS.map((word) => `${shortName(name)}${word}`).find(
        (candidate) => !taken.has(`${commune.code} ${candidate}`),
      );
      if (!title) continue;
      taken.add(`${commune.code} ${title}`);
      for (const [side, ahead] of [
        [1, 9],
        [-1, -9],
      ] as const) {
        const shifted = { ...spot, point: add(spot.point, scale(spot.heading, ahead)) };
        const at = beside(shifted, side * Math.min(FARTHEST, width / 2 - 0.4));
        stops.push({ kind: 'bus-stop', at, commune, name: title });
      }
    }
  }
  return stops;
}

const STOP_WORDS = [
  '',
  ' – Écoles',
  ' – Centre',
  ' – Pharmacie',
  ' – Haut',
  ' – Bas',
  ' – Carrefour',
];

/** « rue des Tilleuls » → « Tilleuls ». */
function shortName(street: string): string {
  const words = street.replace(/^\S+ (?:de la |de l’|des |du |de |d’)?/, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface Spot {
  point: Vec;
  heading: Vec;
}

function* along(line: readonly Vec[], spacing: number, random: Random): Generator<Spot> {
  const length = lineLength(line);
  const count = Math.round(length / spacing + random.between(-0.2, 0.2));
  for (let i = 0; i < count; i++) {
    yield pointAlong(line, ((i + 0.5 + random.between(-0.12, 0.12)) * length) / count);
  }
}

const beside = ({ point, heading }: Spot, metres: number): Vec =>
  add(point, scale(left(heading), metres));
