import { add, along, left, lineLength, scale, subtract, unit, type Vec } from '../core/plane.ts';
import type { Random } from '../core/random.ts';
import type { CommuneFacts } from '../territory/communes.ts';
import { BUILDING_HABITS } from './building-habits.ts';
import { lotAlong } from './lots.ts';
import type { NamedStretch } from './name-streets.ts';
import { createDoorNumbers } from './number-doors.ts';
import type { Occupancy } from './occupancy.ts';

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

/** Builds along both sides of each street, as towns do, and numbers the doors. */
export function placeBuildings(
  stretches: readonly NamedStretch[],
  occupancy: Occupancy,
  random: Random,
): { buildings: Building[]; doors: Door[] } {
  const buildings: Building[] = [];
  const doors: Door[] = [];
  const numberDoor = createDoorNumbers(random.fork('doors'));

  for (const { line, width: street, pattern, commune, name, roadClass, bridge } of stretches) {
    if (bridge || roadClass === 'national') continue;
    const habit = BUILDING_HABITS[pattern];
    const total = lineLength(line);
    const sparse = pattern === 'country';
    for (const side of ['left', 'right'] as const) {
      const sign = side === 'left' ? 1 : -1;
      let metres = sparse
        ? random.between(60, 500)
        : random.between(0.5, 4) + (pattern === 'suburb' ? 6 : 0);
      let depth = random.between(...habit.depth);
      let setback = random.between(...habit.setback);
      let joined = false;
      while (metres + habit.width[0] < total) {
        const width = Math.min(random.between(...habit.width), total - metres);
        if (!joined) {
          depth = random.between(...habit.depth);
          setback = random.between(...habit.setback);
        }
        const ring = [depth, depth * 0.75]
          .map((d) => lotAlong(line, metres, sign, width, d, street / 2 + setback))
          .find((candidate) => occupancy.isFree(candidate));
        if (!ring) {
          joined = false;
          metres += sparse ? 60 : Math.max(3, width / 4);
          continue;
        }
        occupancy.build(ring);
        const heightMetres = Math.round(random.between(...habit.height) * 2) / 2;
        const winged = random.chance(habit.wing);
        buildings.push({ ring: winged ? cutCorner(ring, random) : ring, heightMetres, commune });
        const count = Math.max(1, Math.round(width / (habit.door ?? Infinity)));
        for (const at of doorsOf(ring, count, sign)) {
          const number = numberDoor(`${commune.code} ${name}`, side);
          doors.push({ number, street: name, commune, at });
        }
        joined = random.chance(habit.row);
        metres += width + (joined ? 0.05 : random.between(...habit.gap));
      }
    }
  }
  return { buildings, doors };
}

/** An L instead of a rectangle: one of its back corners becomes a yard. */
function cutCorner(ring: readonly Vec[], random: Random): Vec[] {
  const [frontA, frontB, backB, backA] = ring as [Vec, Vec, Vec, Vec];
  const across = random.between(0.35, 0.65);
  const deep = random.between(0.3, 0.55);
  const yard = scale(subtract(backA, backB), across);
  if (random.chance(0.5)) {
    const side = along(backB, frontB, deep);
    return [frontA, frontB, side, add(side, yard), add(backB, yard), backA];
  }
  const side = along(backA, frontA, deep);
  return [frontA, frontB, backB, subtract(backA, yard), subtract(side, yard), side];
}

/** Half a metre before the front, evenly along it, from the street's beginning on. */
function doorsOf(ring: readonly Vec[], count: number, sign: number): Vec[] {
  const front = [ring[0] as Vec, ring[1] as Vec];
  if (sign < 0) front.reverse();
  const [from, to] = front as [Vec, Vec];
  const outward = scale(left(unit(subtract(to, from))), -sign * 0.5);
  return Array.from({ length: count }, (_, k) => add(along(from, to, (k + 0.5) / count), outward));
}
