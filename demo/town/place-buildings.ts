import { add, along, left, lineLength, scale, subtract, unit, type Vec } from '../core/plane.ts';
import type { Random } from '../core/random.ts';
import type { CommuneFacts } from '../territory/communes.ts';
import type { NamedStretch } from './name-streets.ts';
import type { Occupancy } from './occupancy.ts';
import { lotAlong } from './place-sites.ts';

export interface Building {
  ring: Vec[];
  heightMetres: number;
  commune: CommuneFacts;
}

export interface Door {
  number: string;
  street: string;
  commune: CommuneFacts;
  at: Vec;
}

/** How a quarter is built: sizes in metres, chances in [0, 1]. */
interface Habit {
  width: readonly [number, number];
  depth: readonly [number, number];
  setback: readonly [number, number];
  gap: readonly [number, number];
  /** Chance that a house stands against the one before. */
  row: number;
  height: readonly [number, number];
  /** Frontage of one door. */
  door: number;
}

const HABITS: Record<NamedStretch['pattern'], Habit> = {
  'old-town': {
    width: [9, 17],
    depth: [9, 13],
    setback: [0.6, 1],
    gap: [3, 8],
    row: 0.93,
    height: [9, 15],
    door: 8,
  },
  faubourg: {
    width: [10, 20],
    depth: [9, 12],
    setback: [0.8, 3],
    gap: [4, 14],
    row: 0.6,
    height: [6, 12],
    door: 10,
  },
  grid: {
    width: [14, 26],
    depth: [11, 14],
    setback: [0.8, 1.4],
    gap: [4, 12],
    row: 0.86,
    height: [12, 21],
    door: 13,
  },
  suburb: {
    width: [9.5, 14],
    depth: [8, 10.5],
    setback: [5, 8],
    gap: [9, 16],
    row: 0.06,
    height: [4.5, 7.5],
    door: 99,
  },
  village: {
    width: [9, 17],
    depth: [8, 11],
    setback: [0.8, 4],
    gap: [6, 16],
    row: 0.45,
    height: [5.5, 9],
    door: 12,
  },
  business: {
    width: [28, 64],
    depth: [20, 42],
    setback: [10, 16],
    gap: [16, 34],
    row: 0,
    height: [6, 11],
    door: 99,
  },
  estate: {
    width: [38, 68],
    depth: [12, 14],
    setback: [10, 18],
    gap: [22, 44],
    row: 0,
    height: [15, 34],
    door: 18,
  },
  country: {
    width: [14, 26],
    depth: [9, 12],
    setback: [8, 26],
    gap: [160, 700],
    row: 0,
    height: [5, 8],
    door: 99,
  },
};

/**
 * Builds along both sides of each street, as towns do, and numbers the doors as French communes
 * do: odd on the left, even on the right, from the street's beginning.
 */
export function placeBuildings(
  stretches: readonly NamedStretch[],
  occupancy: Occupancy,
  random: Random,
): { buildings: Building[]; doors: Door[] } {
  const buildings: Building[] = [];
  const doors: Door[] = [];
  const counters = new Map<string, number>();

  for (const { line, width: street, pattern, commune, name, roadClass, bridge } of stretches) {
    if (bridge || roadClass === 'national') continue;
    const habit = HABITS[pattern];
    const total = lineLength(line);
    const sparse = pattern === 'country';
    for (const side of [1, -1]) {
      const counterKey = `${commune.code}/${name}/${side}`;
      let number = counters.get(counterKey) ?? (side > 0 ? 1 : 2);
      let metres = sparse
        ? random.between(60, 500)
        : random.between(0.5, 4) + (pattern === 'suburb' ? 6 : 0);
      let previousDepth = random.between(...habit.depth);
      let setback = random.between(...habit.setback);
      while (metres + habit.width[0] < total) {
        const width = Math.min(random.between(...habit.width), total - metres);
        const joined = random.chance(habit.row);
        const depth = joined ? previousDepth : random.between(...habit.depth);
        if (!joined) setback = random.between(...habit.setback);
        const fits = [depth, depth * 0.75]
          .map((d) => lotAlong(line, metres, side, width, d, street / 2 + setback))
          .find((ring) => occupancy.isFree(ring));
        if (!fits) {
          metres += sparse ? 60 : Math.max(3, width / 4);
          continue;
        }
        occupancy.build(fits);
        const storeys = random.between(...habit.height);
        buildings.push({ ring: fits, heightMetres: Math.round(storeys * 2) / 2, commune });
        const front: [Vec, Vec] = [fits[0] as Vec, fits[1] as Vec];
        if (side < 0) front.reverse();
        const outward = scale(left(unit(subtract(front[1], front[0]))), -side);
        const count = Math.max(1, Math.round(width / habit.door));
        for (let k = 0; k < count; k++) {
          const at = add(along(front[0], front[1], (k + 0.5) / count), scale(outward, 0.5));
          const bis = number > 2 && random.chance(0.025);
          doors.push({
            number: bis ? `${number - 2} bis` : String(number),
            street: name,
            commune,
            at,
          });
          if (!bis) number += 2;
        }
        previousDepth = depth;
        metres += width + (joined ? 0.05 : random.between(...habit.gap));
      }
      counters.set(counterKey, number);
    }
  }
  return { buildings, doors };
}
