import { LRUCache } from 'lru-cache';
import { type Db, onePer } from '../../platform/db/index.ts';
import type { Service } from './catalogue.ts';
import { listServices, readPriorityGrid } from './catalogue-store.ts';
import type { ClockRules } from './commitments/promises.ts';
import { readRules } from './commitments/rules-store.ts';
import { readWeights } from './exposure/store.ts';
import type { Weights } from './exposure/weights.ts';
import type { PriorityGrid } from './priority.ts';
import {
  createSuggestionIndex,
  type SuggestionIndex,
} from './suggestions/suggest-from-catalogue.ts';

/** A territory's catalogue in memory: every report reads it, and it hardly ever changes. */
export interface Catalogue {
  services: Service[];
  byCode: Map<string, Service>;
  grid: PriorityGrid;
  weights: Weights;
  clockRules: ClockRules;
  suggestions: SuggestionIndex;
}

/** Another process may change the catalogue: its change is seen after this long at most. */
const SEEN_WITHIN_MS = 5_000;
const TERRITORIES_IN_MEMORY = 500;

const cacheOf = onePer(
  (db: Db) =>
    new LRUCache<string, Catalogue>({
      max: TERRITORIES_IN_MEMORY,
      ttl: SEEN_WITHIN_MS,
      ignoreFetchAbort: true,
      fetchMethod: (territoryId) => read(db, territoryId),
    }),
);

/** The catalogue of a territory, every service in it, offered or not; one read for many callers. */
export async function catalogueOf({ db }: { db: Db }, territoryId: string): Promise<Catalogue> {
  const catalogue = await cacheOf(db).fetch(territoryId);
  if (!catalogue) throw new Error('A catalogue was being read, and was dropped meanwhile');
  return catalogue;
}

/** Makes the next reader see a catalogue that has just changed. */
export function forgetCatalogue({ db }: { db: Db }, territoryId: string): void {
  cacheOf(db).delete(territoryId);
}

async function read(db: Db, territoryId: string): Promise<Catalogue> {
  const [services, grid, { weights }, clockRules] = await Promise.all([
    listServices(db.read, territoryId),
    readPriorityGrid(db.read, territoryId),
    readWeights(db.read, territoryId),
    readRules(db.read, territoryId),
  ]);
  return {
    services,
    byCode: new Map(services.map((service) => [service.code, service])),
    grid,
    weights,
    clockRules,
    suggestions: createSuggestionIndex(services),
  };
}
