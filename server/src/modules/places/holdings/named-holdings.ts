import { LRUCache } from 'lru-cache';
import { type Db, onePer, type Tx } from '../../../platform/db/index.ts';
import type { HoldingFacts } from './holding.ts';
import { streetKey } from './read-holdings.ts';
import { listNamedHoldings } from './store.ts';

type ByStreet = ReadonlyMap<string, HoldingFacts>;

const TERRITORIES_IN_MEMORY = 200;
const NONE: ByStreet = new Map();
const cacheOf = onePer(
  (_: Db) =>
    new LRUCache<string, { version: string; streets: ByStreet }>({ max: TERRITORIES_IN_MEMORY }),
);

/**
 * What the town says of streets by their name, from memory when nothing has changed.
 *
 * @param version - of the territory's holdings, null when it never had any
 */
export async function namedHoldings(
  db: Db,
  tx: Tx,
  territoryId: string,
  version: string | null,
): Promise<ByStreet> {
  if (version === null) return NONE;
  const cache = cacheOf(db);
  const kept = cache.get(territoryId);
  if (kept?.version === version) return kept.streets;
  const known = await listNamedHoldings(tx, territoryId);
  const streets = new Map(
    known.map(({ communeCode, name, ...facts }) => [streetKey(communeCode, name), facts] as const),
  );
  cache.set(territoryId, { version, streets });
  return streets;
}
