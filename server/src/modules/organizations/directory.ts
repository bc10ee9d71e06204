import { LRUCache } from 'lru-cache';
import { type Db, gather, onePer, type Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems } from '../../platform/problem/index.ts';
import { listCompetences, type StoredCompetence } from './competence-store.ts';
import type { DirectoryOrganization } from './model.ts';
import { listOrganizations, toDirectory } from './organization-store.ts';
import { findDirectoryVersions } from './territory-store.ts';

/** What deciding needs, held in memory: organizations with their boundaries, and the rules. */
export interface Directory {
  version: string;
  territoryName: string;
  organizations: DirectoryOrganization[];
  competences: StoredCompetence[];
}

const TERRITORIES_IN_MEMORY = 200;
const cacheOf = onePer((_: Db) => new LRUCache<string, Directory>({ max: TERRITORIES_IN_MEMORY }));

/**
 * The directory of a territory, from memory when nothing has changed: one read by primary key.
 *
 * @throws Problem `not-found` (404) when there is no such territory
 */
export async function directoryOf(
  platform: Platform,
  tx: Tx,
  territoryId: string,
): Promise<Directory> {
  const current = await currentVersion(platform.db, tx, territoryId);
  if (!current) throw commonProblems.notFound();
  const cache = cacheOf(platform.db);
  const kept = cache.get(territoryId);
  if (kept?.version === current.version) return kept;
  const [organizations, competences] = [
    await listOrganizations(tx, territoryId),
    await listCompetences(tx, territoryId),
  ];
  const directory = {
    ...current,
    organizations: organizations.map(toDirectory),
    competences,
  };
  cache.set(territoryId, directory);
  return directory;
}

type Version = { version: string; territoryName: string } | undefined;

/** Every report asks: those that ask at the same moment share one read. */
const versionReaderOf = onePer((db: Db) =>
  gather(async (territoryIds: readonly string[]): Promise<Version[]> => {
    const versions = await findDirectoryVersions(db.read, [...new Set(territoryIds)]);
    return territoryIds.map((id) => versions.get(id));
  }),
);

function currentVersion(db: Db, tx: Tx, territoryId: string): Promise<Version> {
  // Only a transaction sees what it has changed itself.
  if (tx !== db.read) {
    return findDirectoryVersions(tx, [territoryId]).then((found) => found.get(territoryId));
  }
  return versionReaderOf(db)(territoryId);
}
