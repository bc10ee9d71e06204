import type { Act } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { uuidOf, uuidv7 } from '../../../platform/ids/index.ts';
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
import { deleteHoldings, listHoldings, listStreets, putHoldings, renewHoldings } from './store.ts';

export interface ImportedHoldings {
  streets: number;
  assets: number;
  added: number;
  changed: number;
  removed: number;
  /** Corrected by a person, and left as they are. */
  kept: number;
}

/**
 * Imports streets and assets with their class and their owner, from CSV or GeoJSON, whole or not at
 * all. A file replaces what was known of its communes: their streets when it has streets, their
 * assets when it has assets. What a person corrected stays.
 *
 * @throws Problem `forbidden` (403) unless the actor administers every commune of the file;
 *   `holdings-refused` (422) with every fault and its line
 */
export async function importHoldings(
  platform: Platform,
  act: Act,
  text: string,
): Promise<ImportedHoldings> {
  const { territoryId, actor } = act;
  return platform.perform(act, async (tx) => {
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
    const { written, removed, counts } = compare(
      known,
      read.holdings.map(({ key, ...holding }) => ({
        ...holding,
        id: holdingId(territoryId, holding, key),
      })),
      act.at,
    );
    await deleteHoldings(tx, territoryId, removed);
    await putHoldings(tx, territoryId, written);
    await renewHoldings(tx, territoryId, uuidv7(platform.clock));
    await platform.events.publish(tx, act, {
      type: 'places.holdings-imported',
      subject: territoryId,
      organizationId: null,
      data: { communeCodes, ...counts },
    });
    return counts;
  });
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
function compare(known: readonly StoredHolding[], read: readonly Holding[], at: Date) {
  const before = new Map(known.map((holding) => [holding.id, holding]));
  const written: StoredHolding[] = [];
  const counts: ImportedHoldings = {
    streets: read.filter(({ kind }) => kind === 'street').length,
    assets: read.filter(({ kind }) => kind === 'asset').length,
    added: 0,
    changed: 0,
    removed: 0,
    kept: known.filter(({ corrected }) => corrected).length,
  };
  for (const holding of read) {
    const old = before.get(holding.id);
    before.delete(holding.id);
    if (old && (old.corrected || isSame(old, holding))) continue;
    counts[old ? 'changed' : 'added']++;
    written.push({ ...holding, corrected: false, version: (old?.version ?? 0) + 1, changedAt: at });
  }
  const removed = [...before.values()].flatMap(({ id, corrected }) => (corrected ? [] : [id]));
  counts.removed = removed.length;
  return { written, removed, counts };
}

const isSame = (a: Holding, b: Holding) =>
  a.name === b.name &&
  saySame(a, b) &&
  JSON.stringify(ordered(a.geometry)) === JSON.stringify(ordered(b.geometry));

/** JSON comes back from the database with its keys in another order. */
const ordered = (geometry: Holding['geometry']) =>
  geometry && [geometry.type, geometry.coordinates];

/**
 * The text of a file that a browser sent.
 *
 * @throws Problem `holdings-refused` (422) when it is not UTF-8
 */
export function textOfFile(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    const reason = 'le fichier n’est pas en UTF-8 : enregistrez-le en CSV UTF-8';
    throw refusal([{ line: 1, reason }]);
  }
}

/** What is shown in a sentence; the problem's member `lines` has them all. */
const SHOWN = 5;

function refusal(faults: Fault[]) {
  const shown = faults.slice(0, SHOWN).map(({ line, reason }) => `ligne ${line}, ${reason}`);
  const more = faults.length > SHOWN ? ` ; et ${faults.length - SHOWN} autres.` : '.';
  return problems.holdingsRefused({ faults: shown.join(' ; ') + more, lines: faults });
}
