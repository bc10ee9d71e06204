/** What a vehicle may do in a street, and how fast it really goes. */
export interface StreetRules {
  /** Really driven, stops included: less than what signs allow. */
  kmh: number;
  forward: boolean;
  backward: boolean;
  /** Heaviest vehicle, in tonnes; `Infinity` without a sign. */
  maxTonnes: number;
  /** Highest vehicle, in metres; `Infinity` without a sign. */
  maxHeight: number;
}

/**
 * Speeds really driven where no limit is mapped, km/h: between towns those of OSRM's car profile, in
 * a town less, where lights and crossings are near; a service vehicle also enters squares and tracks.
 */
const SPEEDS: Partial<Record<string, number>> = {
  motorway: 90,
  motorway_link: 45,
  trunk: 85,
  trunk_link: 40,
  primary: 45,
  primary_link: 30,
  secondary: 40,
  secondary_link: 25,
  tertiary: 35,
  tertiary_link: 20,
  unclassified: 30,
  residential: 22,
  road: 20,
  living_street: 10,
  service: 15,
  track: 12,
  pedestrian: 6,
};

/** What French law says where a sign names the place rather than a number. */
const NAMED_LIMITS: Partial<Record<string, number>> = {
  'FR:urban': 50,
  'FR:rural': 80,
  'FR:trunk': 110,
  'FR:motorway': 130,
  'FR:zone30': 30,
  'FR:30': 30,
  'FR:zone20': 20,
  walk: 6,
};

/** A limit is not an average: bends take some of it, lights and crossings of a town more. */
const DRIVEN_SHARE = { town: 0.7, country: 0.85 };
const TOWN_LIMIT = 50;
const MPH = 1.609344;

/** Whom a street is closed to; the first key that speaks decides, the most precise first. */
const ACCESS_KEYS = ['motor_vehicle', 'vehicle', 'access'];
const CLOSED = new Set(['no', 'private', 'agricultural', 'forestry', 'military', 'psv']);

/**
 * Reads a street as OpenStreetMap describes it.
 *
 * Turn restrictions and barriers are not read: a town's services have the keys of its bollards.
 *
 * @param tags - the way's tags
 * @returns `undefined` for what no service vehicle drives on
 * @see {@link https://wiki.openstreetmap.org/wiki/Key:highway} and the pages of the other keys
 */
export function readStreet(tags: ReadonlyMap<string, string>): StreetRules | undefined {
  const usual = SPEEDS[tags.get('highway') ?? ''];
  if (usual === undefined || tags.get('area') === 'yes') return undefined;
  const access = ACCESS_KEYS.map((key) => tags.get(key)).find((value) => value !== undefined);
  // A square is closed to vehicles by its nature, not to those who sweep it.
  if (access !== undefined && CLOSED.has(access) && tags.get('highway') !== 'pedestrian') {
    return undefined;
  }
  const limit = readSpeed(tags.get('maxspeed') ?? tags.get('zone:maxspeed'));
  const isSquare = tags.get('highway') === 'pedestrian';
  return {
    kmh:
      limit === undefined || isSquare
        ? usual
        : Math.max(5, limit * (limit <= TOWN_LIMIT ? DRIVEN_SHARE.town : DRIVEN_SHARE.country)),
    ...readDirections(tags),
    maxTonnes: readQuantity(tags.get('maxweight'), 't'),
    maxHeight: readQuantity(tags.get('maxheight'), 'm'),
  };
}

function readDirections(tags: ReadonlyMap<string, string>) {
  const oneway = tags.get('oneway:motor_vehicle') ?? tags.get('oneway');
  if (oneway === '-1' || oneway === 'reverse') return { forward: false, backward: true };
  const isRound = /^(roundabout|circular)$/.test(tags.get('junction') ?? '');
  const isMotorway = tags.get('highway') === 'motorway';
  const isOneway = oneway === undefined ? isRound || isMotorway : /^(yes|true|1)$/.test(oneway);
  return { forward: true, backward: !isOneway };
}

function readSpeed(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const named = NAMED_LIMITS[text];
  if (named !== undefined) return named;
  const [, number, unit] = /^(\d{1,3})( ?mph)?$/.exec(text) ?? [];
  if (number === undefined || Number(number) === 0) return undefined;
  return Number(number) * (unit ? MPH : 1);
}

/** A number with or without its unit; what cannot be read stops nobody. */
function readQuantity(text: string | undefined, unit: 't' | 'm'): number {
  const [, number, given] = /^(\d{1,3}(?:[.,]\d{1,2})?)(?: ?(t|m|kg))?$/.exec(text ?? '') ?? [];
  if (number === undefined) return Number.POSITIVE_INFINITY;
  const value = Number(number.replace(',', '.'));
  if (given === 'kg') return unit === 't' ? value / 1_000 : Number.POSITIVE_INFINITY;
  return given === undefined || given === unit ? value : Number.POSITIVE_INFINITY;
}
