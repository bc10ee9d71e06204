import { LRUCache } from 'lru-cache';
import { type Db, onePer } from '../../../platform/db/index.ts';
import type { Service } from '../catalogue.ts';
import { catalogueOf } from '../offered-services.ts';
import { listOwnRules } from './store.ts';

/** How near and how recent two reports of one thing are, for one service. */
export interface DuplicateRule {
  /** Metres around; 0 proposes nothing. */
  radiusMetres: number;
  /** Days since the reception of an open one. */
  openDays: number;
  /** Days since the end of a past one: « déjà signalé, terminé le … ». */
  pastDays: number;
  /** Codes of services that residents take for this one. */
  confusedWith: string[];
}

/** What we take until a territory judges otherwise: by the size of the thing, and how long it lasts. */
const BY_GROUP: Record<string, Partial<DuplicateRule>> = {
  Voirie: { radiusMetres: 30 },
  // Masts stand some 30 m apart, and a whole cabinet goes out at once.
  'Éclairage public': { radiusMetres: 60 },
  Propreté: { radiusMetres: 40, openDays: 45, pastDays: 14 },
  'Espaces verts': { radiusMetres: 60 },
  'Mobilier et signalisation': { radiusMetres: 30 },
  'Eau et assainissement': { radiusMetres: 60, openDays: 45, pastDays: 21 },
  'Aires de jeux et sports': { radiusMetres: 80 },
  'Stationnement et véhicules': { radiusMetres: 30, openDays: 45, pastDays: 14 },
  'Bâtiments publics': { radiusMetres: 100 },
};

/** Between what Signalen and Paris take (50 m), and for as long as Signalen (12 weeks). */
const OTHERWISE: DuplicateRule = {
  radiusMetres: 50,
  openDays: 84,
  pastDays: 28,
  confusedWith: [],
};

/** Pairs of our own catalogue that residents take for each other. */
const CONFUSED: readonly (readonly [string, string])[] = [
  ['roads.pothole', 'roads.pavement'],
  ['roads.pothole', 'roads.manhole'],
  ['roads.manhole', 'water.drain'],
  ['roads.obstacle', 'green.tree'],
  ['roads.obstacle', 'cleanliness.dumping'],
  ['water.leak', 'water.drain'],
  ['cleanliness.dumping', 'cleanliness.bin'],
  ['cleanliness.dumping', 'cleanliness.collection'],
  ['furniture.damaged', 'signs.road-sign'],
  ['parking.abandoned', 'parking.obstructive'],
  ['green.tree', 'green.maintenance'],
];

/** The rule of a service where the territory has none of its own. */
export function defaultRule({ code, group }: Pick<Service, 'code' | 'group'>): DuplicateRule {
  const confusedWith = CONFUSED.flatMap(([one, other]) =>
    one === code ? [other] : other === code ? [one] : [],
  );
  return { ...OTHERWISE, ...BY_GROUP[group], confusedWith };
}

/** The rules of a territory, by service. */
export interface DuplicateRules {
  of(service: Pick<Service, 'code' | 'group'>): DuplicateRule;
  /** Codes of what a report of this service may duplicate: itself, its group, what it is taken for. */
  kin(service: Pick<Service, 'code' | 'group'>): string[];
}

const SEEN_WITHIN_MS = 5_000;
const TERRITORIES_IN_MEMORY = 500;
const cacheOf = onePer(
  (_: Db) =>
    new LRUCache<string, DuplicateRules>({ max: TERRITORIES_IN_MEMORY, ttl: SEEN_WITHIN_MS }),
);

/** The rules of a territory, from memory: each lookup reads them, and they hardly ever change. */
export async function duplicateRulesOf(
  platform: { db: Db },
  territoryId: string,
): Promise<DuplicateRules> {
  const { db } = platform;
  const cache = cacheOf(db);
  const known = cache.get(territoryId);
  if (known) return known;
  const [own, { services }] = await Promise.all([
    listOwnRules(db.read, territoryId),
    catalogueOf(platform, territoryId),
  ]);
  const rules = rulesFrom(services, own);
  cache.set(territoryId, rules);
  return rules;
}

/** Makes the next reader see rules that have just changed. */
export function forgetDuplicateRules({ db }: { db: Db }, territoryId: string): void {
  cacheOf(db).delete(territoryId);
}

export function rulesFrom(
  services: readonly Pick<Service, 'code' | 'group'>[],
  own: ReadonlyMap<string, DuplicateRule>,
): DuplicateRules {
  const of = (service: Pick<Service, 'code' | 'group'>) =>
    own.get(service.code) ?? defaultRule(service);
  return {
    of,
    kin: ({ code, group }) => {
      const sameGroup = services
        .filter((other) => other.group === group)
        .map((other) => other.code);
      return [...new Set([code, ...of({ code, group }).confusedWith, ...sameGroup])];
    },
  };
}
