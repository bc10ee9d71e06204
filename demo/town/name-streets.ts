import { distance, lineLength, pointAlong, ringContains, type Vec } from '../core/plane.ts';
import type { Random } from '../core/random.ts';
import type { Borders } from '../territory/borders.ts';
import { COMMUNES, type CommuneFacts } from '../territory/communes.ts';
import type { RoadClass } from '../types.ts';
import type { StreetNetwork, Stretch } from './cut-streets.ts';
import type { Ground } from './ground.ts';
import { type MainRoad, RIVER } from './plan.ts';
import {
  BIRDS,
  BUSINESS,
  FIELDS,
  FIRST_NAMES,
  FLOWERS,
  LAST_NAMES,
  MEMORY,
  OLD_TRADES,
  REGIONS,
  TITLES,
  TREES,
  VILLAGE,
} from './street-names.ts';
import type { RawStreet } from './trace-streets.ts';

/** A stretch that has a name, an owner and a place. */
export interface NamedStretch extends Stretch {
  name: string;
  commune: CommuneFacts;
  width: number;
  pattern: RawStreet['pattern'];
  roadClass: RoadClass;
  roadNumber?: string;
  builtUp: boolean;
  bridge: boolean;
  close: boolean;
}

/** Longest street of one name, in metres; beyond it a new name begins at a crossing. */
const LONGEST = {
  'old-town': 380,
  faubourg: 750,
  grid: 900,
  suburb: 850,
  village: 500,
  business: 1200,
  estate: 800,
  country: 1e9,
};

/** Names each stretch of street; two streets of one commune never bear the same name. */
export function nameStreets(
  network: StreetNetwork,
  streets: readonly RawStreet[],
  borders: Borders,
  ground: Ground,
  random: Random,
): NamedStretch[] {
  const taken = new Set<string>();
  const namer = createNamer(taken, random);
  const named: NamedStretch[] = [];
  let current:
    | { street: number; commune: string; end: number; length: number; old: boolean; name: string }
    | undefined;

  for (const stretch of network.stretches) {
    const raw = streets[stretch.street] as RawStreet;
    const middle = pointAlong(stretch.line, lineLength(stretch.line) / 2).point;
    const commune = COMMUNES.find(({ key }) => ringContains(borders.communes[key], middle));
    if (!commune) continue;
    const quarter = ground.quarterAt(middle);
    const builtUp = raw.road?.roadClass !== 'national' && ground.builtUpAt(middle);
    const pattern = quarter?.pattern ?? (builtUp ? 'faubourg' : raw.road ? 'country' : raw.pattern);
    const bridge = isOverRiver(stretch, ground);
    const length = lineLength(stretch.line);
    let name: string;
    if (raw.road) {
      name = mainRoadName(raw.road, middle, builtUp, bridge);
      taken.add(`${commune.code}/${name}`);
      taken.add(`${commune.code}/${name.slice(name.indexOf(' '))}`);
    } else {
      const goesOn =
        current?.street === stretch.street &&
        current.commune === commune.code &&
        current.end === stretch.from &&
        current.old === (pattern === 'old-town') &&
        current.length + length < LONGEST[raw.pattern];
      if (current && goesOn) {
        name = current.name;
        current.length += length;
        current.end = stretch.to;
      } else {
        const parent = raw.close
          ? named.find((other) => other.from === stretch.from || other.to === stretch.from)
          : undefined;
        name = namer(commune.code, { ...raw, pattern }, quarter?.centre ?? middle, parent?.name);
        current = {
          street: stretch.street,
          commune: commune.code,
          end: stretch.to,
          length,
          old: pattern === 'old-town',
          name,
        };
      }
    }
    named.push({
      ...stretch,
      name,
      commune,
      width: raw.width,
      pattern,
      roadClass:
        raw.road?.roadClass ??
        (raw.pattern === 'business'
          ? 'metropolitan'
          : raw.close && random.chance(0.25)
            ? 'private'
            : 'communal'),
      ...(raw.road?.number && { roadNumber: raw.road.number }),
      builtUp,
      bridge,
      close: raw.close ?? false,
    });
  }
  return named;
}

function isOverRiver({ line }: Stretch, ground: Ground): boolean {
  const { point } = pointAlong(line, lineLength(line) / 2);
  return ground.river.some((p) => distance(p, point) < RIVER.halfWidth);
}

function mainRoadName(road: MainRoad, at: Vec, builtUp: boolean, bridge: boolean): string {
  if (road.roadClass === 'national') return 'rocade du Val-Serein';
  const nearest = road.names
    .filter(({ name }) => bridge || !name.startsWith('pont '))
    .map(({ near, name }) => ({
      name,
      away: distance(near, at) * (bridge && name.startsWith('pont ') ? 0.5 : 1),
    }))
    .sort((a, b) => a.away - b.away)[0];
  if (nearest && (!road.number || (builtUp && nearest.away < 1300))) return nearest.name;
  return `route départementale ${road.number?.slice(2)}`;
}

type Namer = (
  communeCode: string,
  street: RawStreet,
  quarterCentre: Vec,
  parent?: string,
) => string;

function createNamer(taken: Set<string>, random: Random): Namer {
  const themes = [BIRDS, TREES, FLOWERS, FIELDS];
  const person = () =>
    random.chance(0.3)
      ? `${random.pick(TITLES)}-${random.pick(LAST_NAMES)}`
      : `${random.pick(FIRST_NAMES)}-${random.pick(LAST_NAMES)}`;
  const candidate = ({ pattern, close, line }: RawStreet, centre: Vec): string => {
    const long = lineLength(line) > 600;
    const theme = themes[
      Math.abs(Math.round(centre[0] / 97 + centre[1] / 61)) % themes.length
    ] as string[];
    switch (pattern) {
      case 'old-town':
        return `${random.weighted([
          ['rue', 6],
          ['ruelle', 1],
          ['venelle', 1],
          ['passage', 0.6],
          ['montée', 0.6],
        ])} ${random.pick(OLD_TRADES)}`;
      case 'faubourg':
      case 'grid':
        return random.chance(0.3)
          ? `${long ? 'avenue' : 'rue'} ${random.pick(MEMORY)}`
          : `${long && random.chance(0.3) ? 'avenue' : 'rue'} ${person()}`;
      case 'suburb': {
        const kind = close
          ? random.pick(['impasse', 'clos', 'allée'])
          : long && random.chance(0.2)
            ? 'avenue'
            : random.pick(['rue', 'allée', 'rue', 'chemin']);
        return `${kind} ${random.chance(0.8) ? random.pick(theme) : random.chance(0.4) ? person() : random.pick(FIELDS)}`;
      }
      case 'business':
        return `rue ${random.pick(BUSINESS)}`;
      case 'estate':
        return `${random.pick(['rue', 'allée', 'rue', 'square'])} ${random.pick(REGIONS)}`;
      default:
        return `${random.pick(['rue', 'rue', 'chemin', 'ruelle'])} ${random.pick(VILLAGE)}`;
    }
  };
  return (communeCode, street, centre, parent) => {
    const core =
      parent && !parent.startsWith('route') ? parent.slice(parent.indexOf(' ') + 1) : undefined;
    for (let attempt = 0; ; attempt++) {
      const name =
        core && attempt < 2
          ? `${attempt === 0 ? 'impasse' : 'clos'} ${core}`
          : attempt < 60
            ? candidate(street, centre)
            : `${street.close ? 'impasse' : 'rue'} ${person()}`;
      const key = `${communeCode}/${name}`;
      const coreKey = `${communeCode}/${name.slice(name.indexOf(' '))}`;
      const echoes = attempt < 40 && !core && taken.has(coreKey);
      if (taken.has(key) || echoes) continue;
      taken.add(key).add(coreKey);
      return name;
    }
  };
}
