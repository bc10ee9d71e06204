import {
  add,
  along,
  distance,
  distanceToRing,
  dot,
  left,
  lineLength,
  pointAlong,
  ringArea,
  ringCentre,
  ringContains,
  scale,
  subtract,
  unit,
  type Vec,
} from '../core/plane.ts';
import type { Random } from '../core/random.ts';
import { COMMUNES, type CommuneFacts, type CommuneKey } from '../territory/communes.ts';
import type { MapFeatureKind } from '../types.ts';
import type { Block } from './find-blocks.ts';
import type { GreatPlace } from './ground.ts';
import type { NamedStretch } from './name-streets.ts';
import type { Occupancy } from './occupancy.ts';

/** A piece of land with one use, or a public building with a name. */
export interface Site {
  kind: Extract<
    MapFeatureKind,
    | 'park'
    | 'playground'
    | 'square'
    | 'school'
    | 'sports-ground'
    | 'cemetery'
    | 'town-hall'
    | 'church'
    | 'station'
  >;
  name: string;
  ring: Vec[];
  commune: CommuneFacts;
  heightMetres?: number;
}

/** A building that belongs to a site. */
export interface SiteBuilding {
  ring: Vec[];
  heightMetres: number;
  commune: CommuneFacts;
}

type LandUse = 'square' | 'park' | 'school' | 'sports-ground' | 'cemetery';

/** How many of each a commune has, and the size of the block it takes, in square metres. */
const WANTED: Record<
  LandUse,
  { area: readonly [number, number]; count: Record<CommuneKey, number> }
> = {
  square: {
    area: [900, 4_500],
    count: { montserein: 14, belrive: 5, clairvigne: 3, ormeaux: 2, tancrede: 2, fontgrise: 1 },
  },
  school: {
    area: [5_000, 17_000],
    count: { montserein: 17, belrive: 8, clairvigne: 5, ormeaux: 3, tancrede: 2, fontgrise: 1 },
  },
  park: {
    area: [3_000, 19_000],
    count: { montserein: 26, belrive: 14, clairvigne: 9, ormeaux: 6, tancrede: 4, fontgrise: 1 },
  },
  'sports-ground': {
    area: [9_000, 34_000],
    count: { montserein: 7, belrive: 4, clairvigne: 3, ormeaux: 2, tancrede: 1, fontgrise: 1 },
  },
  cemetery: {
    area: [6_000, 20_000],
    count: { montserein: 2, belrive: 1, clairvigne: 1, ormeaux: 1, tancrede: 1, fontgrise: 1 },
  },
};

/** Draws the ring inwards; undefined where the block is too thin or too twisted for it. */
export function inset(ring: readonly Vec[], metres: number): Vec[] | undefined {
  const n = ring.length;
  const result = ring.map((p, i): Vec => {
    const before = unit(subtract(p, ring[(i + n - 1) % n] as Vec));
    const after = unit(subtract(ring[(i + 1) % n] as Vec, p));
    const bisector = unit(add(left(before), left(after)));
    const spread = Math.max(0.45, dot(bisector, left(after)));
    return add(p, scale(bisector, metres / spread));
  });
  const sound =
    ringArea(result) > 300 &&
    result.every((p) => ringContains(ring, p) && distanceToRing(ring, p) > metres * 0.93);
  return sound ? result : undefined;
}

/** A rectangle beside a stretch, its long side along it. */
export function lotAlong(
  line: readonly Vec[],
  metres: number,
  side: number,
  width: number,
  depth: number,
  offset: number,
): Vec[] {
  const start = pointAlong(line, metres);
  const end = pointAlong(line, metres + width);
  const heading = unit(subtract(end.point, start.point));
  const inward = scale(left(heading), side);
  const a = add(start.point, scale(inward, offset));
  const b = add(a, scale(heading, width));
  const c = add(b, scale(inward, depth));
  const d = add(a, scale(inward, depth));
  return side > 0 ? [a, b, c, d] : [b, a, d, c];
}

const SQUARES = [
  'du Marché',
  'des Halles',
  'Saint-Loup',
  'de la Libération',
  'du Vieux-Puits',
  'des Tilleuls',
  'de la Fontaine',
  'du Théâtre',
  'Félicien-Naudet',
  'de la Gare',
  'des Martyrs',
  'du Beffroi',
  'Hélène-Orcival',
  'de la Paix',
  'du Champ-de-Foire',
  'des Platanes',
];
const PARKS = [
  'des Érables',
  'de la Roseraie',
  'du Belvédère',
  'Augustine-Mirebeau',
  'des Lavandières',
  'de la Fontanelle',
  'du Verger',
  'des Coquelicots',
  'du Kiosque',
  'de la Grande-Allée',
  'Léon-Vermandel',
  'des Pervenches',
  'de la Source',
  'du Colombier',
  'des Peupliers',
  'Clémence-Lorieux',
  'de la Pépinière',
  'du Grand-Pré',
  'des Aubépines',
  'de la Glacière',
  'du Petit-Étang',
  'des Magnolias',
  'de l’Orangerie',
  'Octave-Drouvot',
  'de la Charmille',
  'des Sept-Chênes',
  'du Lavoir',
  'de l’Avenir',
  'des Hirondelles',
  'du Tertre',
];
const SCHOOLS = [
  'Jeanne-Vautrin',
  'du Centre',
  'des Coteaux',
  'Émile-Castagnol',
  'de la Prairie',
  'du Faubourg',
  'Rosalie-Montcel',
  'des Tilleuls',
  'de l’Île',
  'Anatole-Ginestous',
  'du Parc',
  'Louise-Ardusson',
  'des Grands-Prés',
  'du Levant',
  'Berthe-Sauvignac',
  'de la Gare',
  'Prosper-Tavernol',
  'des Vignes',
  'du Moulin',
];
const SPORTS = [
  'Armand-Courtavel',
  'des Îles',
  'de la Plaine',
  'du Nord',
  'Suzanne-Hermelin',
  'des Coteaux',
  'de la Vallée',
  'municipal',
];

function nameSite(kind: LandUse, index: number, commune: CommuneFacts): string {
  const at = (names: readonly string[]) =>
    names[(index + commune.name.length) % names.length] as string;
  switch (kind) {
    case 'square':
      return index === 0
        ? `place de ${commune.key === 'fontgrise' ? 'la Mairie' : 'l’Hôtel-de-Ville'}`
        : `place ${at(SQUARES)}`;
    case 'park':
      return `${index % 3 === 0 ? 'parc' : index % 3 === 1 ? 'square' : 'jardin'} ${at(PARKS)}`;
    case 'school':
      return `${index % 5 === 4 ? 'collège' : index % 3 === 1 ? 'école maternelle' : 'école élémentaire'} ${at(SCHOOLS)}`;
    case 'sports-ground':
      return `${index % 3 === 2 ? 'gymnase' : 'stade'} ${at(SPORTS)}`;
    case 'cemetery':
      return index === 0 ? 'cimetière communal' : 'cimetière du Levant';
  }
}

export interface Sites {
  sites: Site[];
  buildings: SiteBuilding[];
}

/** Gives blocks and lots to public uses, the town hall first, so that houses come around them. */
export function placeSites(
  blocks: readonly Block[],
  stretches: readonly NamedStretch[],
  places: readonly GreatPlace[],
  occupancy: Occupancy,
  random: Random,
): Sites {
  const sites: Site[] = [];
  const buildings: SiteBuilding[] = [];
  const used = new Set<Block>();
  const blocksOf = new Map<string, Block[]>();
  for (const block of blocks) {
    const stretch = stretches[block.stretches[0] as number];
    if (!stretch) continue;
    const list = blocksOf.get(stretch.commune.code) ?? [];
    list.push(block);
    blocksOf.set(stretch.commune.code, list);
  }

  const claim = (kind: LandUse, index: number, commune: CommuneFacts): boolean => {
    const [low, high] = WANTED[kind].area;
    const central = kind === 'square';
    const candidates = random
      .shuffled(
        (blocksOf.get(commune.code) ?? []).filter(
          (block) => !used.has(block) && block.area > low && block.area < high,
        ),
      )
      .map((block) => ({
        block,
        key: central ? distance(ringCentre(block.ring), commune.centre) : 0,
      }))
      .sort((a, b) => a.key - b.key)
      .map(({ block }) => block);
    for (const block of candidates) {
      const half =
        Math.max(...block.stretches.map((i) => (stretches[i] as NamedStretch).width)) / 2;
      const ring = inset(block.ring, half + 2);
      if (!ring || ring.some((p) => places.some((place) => ringContains(place.ring, p)))) continue;
      used.add(block);
      occupancy.reserve(ring);
      sites.push({ kind, name: nameSite(kind, index, commune), ring, commune });
      return true;
    }
    return false;
  };
  /** Where no block fits, a field beside a street of the town's edge will do. */
  const claimLot = (kind: LandUse, index: number, commune: CommuneFacts): void => {
    const own = random.shuffled(
      stretches.filter((s) => s.commune === commune && s.builtUp && lineLength(s.line) > 50),
    );
    for (const { line, width } of own) {
      for (const side of [1, -1]) {
        const ring = lotAlong(
          line,
          2,
          side,
          Math.min(75, lineLength(line) - 4),
          random.between(45, 65),
          width / 2 + 2,
        );
        if (!occupancy.isFree(ring)) continue;
        occupancy.reserve(ring);
        sites.push({ kind, name: nameSite(kind, index, commune), ring, commune });
        return;
      }
    }
  };
  /** A public building on the free lot nearest to a point. */
  const raise = (
    kind: 'town-hall' | 'church' | 'station',
    name: string,
    commune: CommuneFacts,
    near: Vec,
    size: Vec,
    height: number,
  ) => {
    const nearest = stretches
      .filter(
        (s) =>
          s.commune === commune && s.roadClass !== 'national' && lineLength(s.line) > size[0] + 6,
      )
      .map((s) => ({ s, away: Math.min(...s.line.map((p) => distance(p, near))) }))
      .sort((a, b) => a.away - b.away)
      .slice(0, 60);
    for (const { s } of nearest) {
      for (const side of [1, -1]) {
        for (let metres = 3; metres + size[0] < lineLength(s.line) - 3; metres += 6) {
          const ring = lotAlong(s.line, metres, side, size[0], size[1], s.width / 2 + 2.5);
          if (!occupancy.isFree(ring)) continue;
          occupancy.build(ring);
          sites.push({ kind, name, ring, commune, heightMetres: height });
          return;
        }
      }
    }
  };

  for (const commune of COMMUNES) {
    const { key, centre } = commune;
    const big = key === 'montserein';
    if (!claim('square', 0, commune) && key === 'fontgrise') claimLot('square', 0, commune);
    const square = sites.findLast((site) => site.kind === 'square' && site.commune === commune);
    const heart = square ? ringCentre(square.ring) : centre;
    raise(
      'town-hall',
      big
        ? 'hôtel de ville'
        : `mairie ${commune.name.startsWith('Les ') ? 'des Ormeaux-en-Val' : `de ${commune.name}`}`,
      commune,
      heart,
      big ? [42, 18] : [22, 12],
      big ? 17 : 11,
    );
    raise(
      'church',
      big
        ? 'cathédrale Saint-Loup'
        : `église ${random.pick(['Saint-Martin', 'Saint-Pierre', 'Notre-Dame', 'Sainte-Agathe'])}`,
      commune,
      heart,
      big ? [52, 22] : [26, 12],
      big ? 34 : 19,
    );
    if (big) raise('station', 'gare de Montserein', commune, [760, 900], [70, 14], 12);
    if (key === 'belrive')
      raise('station', 'gare de Belrive-sur-Sereine', commune, [4760, 720], [34, 11], 9);
    if (key === 'ormeaux')
      raise('station', 'gare des Ormeaux-en-Val', commune, [-4700, 1480], [26, 10], 8);
    for (const kind of ['square', 'school', 'sports-ground', 'cemetery', 'park'] as const) {
      for (let index = kind === 'square' ? 1 : 0; index < WANTED[kind].count[key]; index++) {
        if (!claim(kind, index, commune)) claimLot(kind, index, commune);
      }
    }
  }
  for (const { kind, name, ring } of places) {
    if (kind !== 'park') continue;
    const centre = ringCentre(ring);
    const commune = [...COMMUNES].sort(
      (a, b) => distance(a.centre, centre) - distance(b.centre, centre),
    )[0] as CommuneFacts;
    sites.push({ kind, name, ring, commune });
  }

  for (const site of sites.filter(({ kind }) => kind === 'school' || kind === 'sports-ground')) {
    const count = site.kind === 'school' ? random.integer(2, 3) : 1;
    for (let k = 0; k < count; k++) {
      const ring = rectangleWithin(
        site.ring,
        site.kind === 'school' ? [random.between(26, 44), random.between(11, 14)] : [32, 20],
        random,
      );
      if (!ring || !occupancy.isFree(ring, site.ring)) continue;
      occupancy.build(ring);
      buildings.push({
        ring,
        heightMetres: site.kind === 'school' ? random.pick([4.5, 7.5, 10.5]) : 9,
        commune: site.commune,
      });
    }
  }
  for (const park of sites.filter(({ kind }) => kind === 'park' || kind === 'school')) {
    if (park.kind === 'park' && !random.chance(0.75)) continue;
    if (park.kind === 'school' && !random.chance(0.15)) continue;
    const size = random.between(14, 24);
    const ring = rectangleWithin(park.ring, [size, size * 0.7], random);
    if (ring)
      sites.push({
        kind: 'playground',
        name: `aire de jeux ${shortOf(park.name)}`,
        ring,
        commune: park.commune,
      });
  }
  return { sites, buildings };
}

/** « Parc des Rives » → « du parc des Rives »; « école … » → « de l’école … ». */
function shortOf(name: string): string {
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return /^[aeiouéè]/.test(lower) ? `de l’${lower}` : `du ${lower}`;
}

/** A rectangle somewhere inside a ring, parallel to its longest edge. */
function rectangleWithin(
  ring: readonly Vec[],
  [width, depth]: Vec,
  random: Random,
): Vec[] | undefined {
  let longest: [Vec, Vec] = [ring[0] as Vec, ring[1] as Vec];
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length] as Vec;
    if (distance(p, q) > distance(...longest)) longest = [p, q];
  });
  const heading = unit(subtract(longest[1], longest[0]));
  const across = left(heading);
  const centre = ringCentre(ring);
  for (let attempt = 0; attempt < 24; attempt++) {
    const at = along(centre, random.pick(ring), random.between(0, 0.7));
    const corner = (u: number, v: number) =>
      add(at, add(scale(heading, (u * width) / 2), scale(across, (v * depth) / 2)));
    const rectangle = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
    if (rectangle.every((p) => ringContains(ring, p) && distanceToRing(ring, p) > 2))
      return rectangle;
  }
  return undefined;
}
