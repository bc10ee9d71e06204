import type { Act } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { uuidOf } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import {
  communeAt,
  type DirectoryOrganization,
  mayAdministerOrganization,
  organizationsById,
} from '../../organizations/index.ts';
import { problems } from '../problems.ts';
import type { Fault } from './file-row.ts';
import { type Holding, type StoredHolding, saySame } from './holding.ts';
import { type KnownTown, readHoldings, streetKey } from './read-holdings.ts';
import { listHoldings, listStreets } from './store.ts';

export interface HoldingCounts {
  streets: number;
  assets: number;
  added: number;
  changed: number;
  removed: number;
  /** Corrected by a person, and left as they are. */
  kept: number;
}

/** One street or asset of which a file says something else than what is known; null: nothing. */
export interface HoldingChange {
  before: StoredHolding | null;
  after: StoredHolding | null;
}

/** What a file would do, before anything is written. */
export interface ImportPlan {
  communeCodes: string[];
  counts: HoldingCounts;
  changes: HoldingChange[];
  organizations: DirectoryOrganization[];
}

/**
 * Reads a file of streets and assets, CSV or GeoJSON, and compares it with what is known of its
 * communes. Writes nothing.
 *
 * @throws Problem `forbidden` (403) unless the actor administers every commune of the file;
 *   `holdings-refused` (422) with every fault and its line
 */
export async function planImport(
  platform: Platform,
  tx: Tx,
  { territoryId, actor, at }: Act,
  text: string,
): Promise<ImportPlan> {
  const organizations = [...(await organizationsById(platform, tx, territoryId)).values()];
  const read = readHoldings(text, await townOf(tx, territoryId, organizations));
  if (!('holdings' in read)) throw refusal(read.faults);
  const communeCodes = [...new Set(read.holdings.map(({ communeCode }) => communeCode))];
  for (const { id, code, kind } of organizations) {
    if (kind !== 'commune' || !communeCodes.includes(code)) continue;
    ensure(mayAdministerOrganization(actor, id, organizations));
  }
  const kinds = [...new Set(read.holdings.map(({ kind }) => kind))];
  const known = await listHoldings(tx, territoryId, communeCodes, kinds);
  const holdings = read.holdings.map(({ key, ...holding }) => ({
    ...holding,
    id: holdingId(territoryId, holding, key),
  }));
  return { communeCodes, organizations, ...compare(known, holdings, at) };
}

/** The same in each edition of a file, and for who writes it by hand. */
export function holdingId(
  territoryId: string,
  { kind, communeCode }: Pick<Holding, 'kind' | 'communeCode'>,
  key: string,
): string {
  return uuidOf('holding', territoryId, kind, communeCode, key);
}

async function townOf(
  tx: Tx,
  territoryId: string,
  organizations: readonly DirectoryOrganization[],
): Promise<KnownTown> {
  const streets = await listStreets(tx, territoryId);
  return {
    organizations,
    communes: organizations.filter(({ kind }) => kind === 'commune'),
    communeAt: (point) => communeAt(organizations, point)?.code,
    streets: new Map(
      streets.map(({ communeCode, name }) => [streetKey(communeCode, name), name] as const),
    ),
  };
}

/** What a new edition adds, changes and removes. */
function compare(
  known: readonly StoredHolding[],
  read: readonly Holding[],
  at: Date,
): Pick<ImportPlan, 'counts' | 'changes'> {
  const before = new Map(known.map((holding) => [holding.id, holding]));
  const changes: HoldingChange[] = [];
  for (const holding of read) {
    const old = before.get(holding.id);
    before.delete(holding.id);
    if (old && (old.corrected || isSame(old, holding))) continue;
    const version = (old?.version ?? 0) + 1;
    const after = { ...holding, corrected: false, version, changedAt: at };
    changes.push({ before: old ?? null, after });
  }
  for (const old of before.values()) {
    if (!old.corrected) changes.push({ before: old, after: null });
  }
  const counts: HoldingCounts = {
    streets: read.filter(({ kind }) => kind === 'street').length,
    assets: read.filter(({ kind }) => kind === 'asset').length,
    added: changes.filter((one) => !one.before).length,
    changed: changes.filter((one) => one.before && one.after).length,
    removed: changes.filter((one) => !one.after).length,
    kept: known.filter(({ corrected }) => corrected).length,
  };
  return { counts, changes };
}

const isSame = (a: Holding, b: Holding) =>
  a.name === b.name &&
  saySame(a, b) &&
  JSON.stringify(ordered(a.geometry)) === JSON.stringify(ordered(b.geometry));

/** JSON comes back from the database with its keys in another order. */
const ordered = (geometry: Holding['geometry']) =>
  geometry && [geometry.type, geometry.coordinates];

/** What is shown in a sentence; the problem's member `lines` has them all. */
const SHOWN = 5;

/** A file of which nothing is taken, with all that is wrong in it. */
export function refusal(faults: Fault[]) {
  const shown = faults.slice(0, SHOWN).map(({ line, reason }) => `ligne ${line}, ${reason}`);
  const more = faults.length > SHOWN ? ` ; et ${faults.length - SHOWN} autres.` : '.';
  return problems.holdingsRefused({ faults: shown.join(' ; ') + more, lines: faults });
}
