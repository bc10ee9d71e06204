import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { createClassifier, readModel } from '../../../../../engines/classify/index.ts';
import { type Db, onePer } from '../../../platform/db/index.ts';
import type { Taught } from './blend.ts';
import { newestClassifier, readClassifier } from './store.ts';

/** Another process may have learnt: its version is in use here after this long at most. */
const SEEN_WITHIN_MS = 10_000;
const TERRITORIES_IN_MEMORY = 50;

interface Known {
  version: number;
  taught: Taught | undefined;
}

const cacheOf = onePer(
  (db: Db) =>
    new LRUCache<string, Known>({
      max: TERRITORIES_IN_MEMORY,
      ttl: SEEN_WITHIN_MS,
      // While the newest is being looked for, the one in memory answers.
      allowStale: true,
      ignoreFetchAbort: true,
      fetchMethod: (territoryId, known) => read(db, territoryId, known),
    }),
);

/** What the territory's history taught, in memory; `undefined` as long as it taught nothing. */
export async function taughtOf(
  { db }: { db: Db },
  territoryId: string,
): Promise<Taught | undefined> {
  return (await cacheOf(db).fetch(territoryId))?.taught;
}

/** Makes the next reader see what was just learnt. */
export function forgetTaught({ db }: { db: Db }, territoryId: string): void {
  cacheOf(db).delete(territoryId);
}

async function read(db: Db, territoryId: string, known: Known | undefined): Promise<Known> {
  const version = (await newestClassifier(db.read, territoryId))?.version ?? 0;
  if (known?.version === version) return known;
  const stored = await readClassifier(db.read, territoryId, version);
  if (!stored) return { version: 0, taught: undefined };
  try {
    const model = readModel(await promisify(inflate)(stored.model));
    return { version, taught: { classifier: createClassifier(model), weight: stored.weight } };
  } catch {
    // Written by another version of the program: the catalogue's words do until the next lesson.
    return { version, taught: undefined };
  }
}
