import { LRUCache } from 'lru-cache';
import { type Db, onePer, type Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { listPlaceNames } from './gazetteer-store.ts';
import { findMapVersion } from './map/feature-store.ts';

interface Known {
  version: string;
  names: readonly string[];
}

const TERRITORIES_IN_MEMORY = 100;
const cacheOf = onePer((_: Db) => new LRUCache<string, Known>({ max: TERRITORIES_IN_MEMORY }));

/**
 * The names of every street and landmark, as the gazetteer writes them. The same array is given
 * until an import changes it: what is derived from it may be kept beside it.
 */
export async function placeNames(
  platform: Platform,
  tx: Tx,
  territoryId: string,
): Promise<readonly string[]> {
  const version = await findMapVersion(tx, territoryId);
  if (version === undefined) return NONE;
  const cache = cacheOf(platform.db);
  const kept = cache.get(territoryId);
  if (kept?.version === version) return kept.names;
  const names = await listPlaceNames(tx, territoryId);
  cache.set(territoryId, { version, names });
  return names;
}

const NONE: readonly string[] = [];
