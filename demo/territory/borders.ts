import { add, along, left, scale, subtract, type Vec } from '../core/plane.ts';
import type { Random } from '../core/random.ts';
import type { CommuneKey } from './communes.ts';

/** Where three borders meet, in local metres. */
const CORNERS = {
  north: [-3300, 5900],
  northEast: [2900, 5800],
  east: [7100, 1500],
  southEast: [5200, -5300],
  southWest: [-3900, -5300],
  west: [-6900, 3300],
  a: [-2600, 2500],
  b: [1500, 2650],
  c: [2950, 2150],
  d: [2850, -2350],
  e: [-2900, -2450],
} satisfies Record<string, Vec>;
type Corner = keyof typeof CORNERS;

/** Every border once; two communes share the very same points. Points in between give the shape. */
const ARCS: Record<string, { from: Corner; to: Corner; via?: Vec[] }> = {
  outerNorth: { from: 'north', to: 'northEast', via: [[-300, 6100]] },
  outerNorthEast: {
    from: 'northEast',
    to: 'east',
    via: [
      [5000, 5700],
      [7000, 4600],
    ],
  },
  outerEast: {
    from: 'east',
    to: 'southEast',
    via: [
      [7300, -600],
      [6700, -3600],
    ],
  },
  outerSouth: {
    from: 'southEast',
    to: 'southWest',
    via: [
      [2800, -6000],
      [-600, -5900],
    ],
  },
  outerSouthWest: {
    from: 'southWest',
    to: 'west',
    via: [
      [-6300, -3600],
      [-7100, -300],
    ],
  },
  outerWest: { from: 'west', to: 'north', via: [[-5600, 5000]] },
  spokeWest: { from: 'a', to: 'west', via: [[-4500, 3100]] },
  spokeNorthEast: { from: 'b', to: 'northEast', via: [[2300, 4300]] },
  spokeEast: { from: 'c', to: 'east', via: [[5000, 2000]] },
  spokeSouthEast: { from: 'd', to: 'southEast', via: [[3900, -3900]] },
  spokeSouthWest: { from: 'e', to: 'southWest', via: [[-3700, -3700]] },
  innerNorth: { from: 'a', to: 'b', via: [[-500, 2750]] },
  innerNorthEast: { from: 'b', to: 'c' },
  innerEast: { from: 'c', to: 'd', via: [[2700, 300]] },
  innerSouth: { from: 'd', to: 'e', via: [[300, -2700]] },
  innerWest: { from: 'e', to: 'a', via: [[-3100, 100]] },
};

/** Rings as borders in order; a leading `-` walks the border backwards. */
const RINGS: Record<CommuneKey, string[]> = {
  montserein: ['innerNorth', 'innerNorthEast', 'innerEast', 'innerSouth', 'innerWest'],
  clairvigne: ['-innerNorth', 'spokeWest', 'outerWest', 'outerNorth', '-spokeNorthEast'],
  fontgrise: ['spokeNorthEast', 'outerNorthEast', '-spokeEast', '-innerNorthEast'],
  belrive: ['spokeEast', 'outerEast', '-spokeSouthEast', '-innerEast'],
  tancrede: ['spokeSouthEast', 'outerSouth', '-spokeSouthWest', '-innerSouth'],
  ormeaux: ['spokeSouthWest', 'outerSouthWest', '-spokeWest', '-innerWest'],
};

const OUTER = [
  'outerNorth',
  'outerNorthEast',
  'outerEast',
  'outerSouth',
  'outerSouthWest',
  'outerWest',
];

/** Borders follow brooks and hedges: each piece is broken at its middle, again and again. */
function roughen(a: Vec, b: Vec, random: Random, depth: number): Vec[] {
  if (depth === 0) return [a];
  const span = subtract(b, a);
  const middle = add(
    along(a, b, random.between(0.42, 0.58)),
    scale(left(span), random.between(-0.11, 0.11)),
  );
  return [...roughen(a, middle, random, depth - 1), ...roughen(middle, b, random, depth - 1)];
}

export interface Borders {
  communes: Record<CommuneKey, Vec[]>;
  /** The outer edge of all communes together. */
  territory: Vec[];
  /** A larger shape around it. */
  departement: Vec[];
  /** Each border once, as a line. */
  lines: Vec[][];
}

/** The borders of the six communes, which tile the territory exactly. Rings are open. */
export function drawBorders(random: Random): Borders {
  const lines = new Map<string, Vec[]>();
  for (const [name, { from, to, via = [] }] of Object.entries(ARCS)) {
    const knots: Vec[] = [CORNERS[from], ...via, CORNERS[to]];
    const source = random.fork(name);
    const line = knots.slice(1).flatMap((knot, i) => roughen(knots[i] as Vec, knot, source, 4));
    lines.set(
      name,
      [...line, CORNERS[to]].map(([x, y]) => [Math.round(x), Math.round(y)] as Vec),
    );
  }
  const walk = (names: string[]): Vec[] =>
    names.flatMap((name) => {
      const line = lines.get(name.replace('-', '')) as Vec[];
      return (name.startsWith('-') ? [...line].reverse() : line).slice(0, -1);
    });
  const communes = Object.fromEntries(
    Object.entries(RINGS).map(([key, names]) => [key, walk(names)]),
  ) as Record<CommuneKey, Vec[]>;

  const source = random.fork('departement');
  const corners = Array.from({ length: 14 }, (_, i): Vec => {
    const angle = (i / 14) * 2 * Math.PI;
    const reach = source.between(0.82, 1.18);
    return [6_000 + 46_000 * reach * Math.cos(angle), -4_000 + 37_000 * reach * Math.sin(angle)];
  });
  const departement = corners.flatMap((corner, i) =>
    roughen(corner, corners[(i + 1) % corners.length] as Vec, source, 4),
  );
  return { communes, territory: walk(OUTER), departement, lines: [...lines.values()] };
}
