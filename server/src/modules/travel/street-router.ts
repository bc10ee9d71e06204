import { LRUCache } from 'lru-cache';
import {
  createRouter,
  type Router,
  readHierarchy,
  readNetwork,
} from '../../../../engines/streets/index.ts';
import { type Db, onePer } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { VEHICLES, type VehicleClass } from './model.ts';
import { findNetwork, readStreets } from './store.ts';

/** A métropole's streets for one class of vehicle weigh some tens of megabytes. */
const MOST_KEPT = 8;

const cacheOf = onePer((_: Db) => new LRUCache<string, Router>({ max: MOST_KEPT }));

/** The router of a territory's streets, kept in memory; `undefined` where none were imported. */
export async function streetRouter(
  { db }: Platform,
  territoryId: string,
  vehicle: VehicleClass,
): Promise<Router | undefined> {
  const network = await findNetwork(db.read, territoryId);
  if (!network) return undefined;
  const routers = cacheOf(db);
  const key = `${network.id} ${vehicle}`;
  const known = routers.get(key);
  if (known) return known;
  const bytes = await readStreets(db.read, territoryId, network.id, vehicle);
  // Replaced between the two readings: the next one finds what replaced it.
  if (!bytes) return undefined;
  const router = createRouter(
    readNetwork(bytes.network),
    VEHICLES[vehicle],
    readHierarchy(bytes.hierarchy),
  );
  routers.set(key, router);
  return router;
}
