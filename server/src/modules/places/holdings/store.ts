import { insertRows, sql, type Tx, tables } from '../../../platform/db/index.ts';
import { bboxOf } from '../../../platform/geo/index.ts';
import { wordsOf } from '../search/words.ts';
import type { PlaceTables } from '../tables.ts';
import type { HoldingKind, StoredHolding } from './holding.ts';

const on = tables<PlaceTables>();

/** A métropole has some fifteen thousand streets. */
const MOST = 200_000;

/** Every holding of some communes and kinds. */
export function listHoldings(
  tx: Tx,
  territoryId: string,
  communeCodes: readonly string[],
  kinds: readonly HoldingKind[],
): Promise<StoredHolding[]> {
  return holdings(tx, territoryId)
    .where('commune_code', 'in', [...communeCodes])
    .where('kind', 'in', [...kinds])
    .limit(MOST)
    .execute();
}

/** The streets that are known by their name alone. */
export function listNamedHoldings(tx: Tx, territoryId: string): Promise<StoredHolding[]> {
  return holdings(tx, territoryId).where('geometry', 'is', null).limit(MOST).execute();
}

export interface HoldingsAsked {
  text: string;
  after: readonly [name: string, id: string] | undefined;
  limit: number;
}

/** One page by name, whose words hold those of a text. */
export async function pageOfHoldings(
  tx: Tx,
  territoryId: string,
  { text, after, limit }: HoldingsAsked,
): Promise<StoredHolding[]> {
  const words = wordsOf(text).join(' ');
  return holdings(tx, territoryId)
    .$if(words !== '', (query) => query.where(sql<boolean>`strpos(words, ${words}) > 0`))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(name, id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function lockHolding(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<StoredHolding | undefined> {
  return holdings(tx, territoryId).where('id', '=', id).forUpdate().executeTakeFirst();
}

const holdings = (tx: Tx, territoryId: string) =>
  on(tx)
    .selectFrom('holding')
    .select([
      'id',
      'kind',
      'commune_code as communeCode',
      'name',
      'road_class as roadClass',
      'road_number as roadNumber',
      'built_up as builtUp',
      'owner_code as ownerCode',
      'geometry',
      'corrected',
      'version',
      'changed_at as changedAt',
    ])
    .where('territory_id', '=', territoryId);

export async function deleteHoldings(
  tx: Tx,
  territoryId: string,
  ids: readonly string[],
): Promise<void> {
  await on(tx)
    .deleteFrom('holding')
    .where('territory_id', '=', territoryId)
    .where('id', '=', sql<string>`ANY(${ids}::uuid[])`)
    .execute();
}

/** Rows of one statement: a few megabytes at most. */
const BATCH = 2_000;

/** Writes holdings that are new, or known in an earlier version. */
export async function putHoldings(
  tx: Tx,
  territoryId: string,
  rows: readonly StoredHolding[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH).map((row) => rowOf(territoryId, row));
    const again = Object.keys(batch[0] ?? {}).filter((column) => !KEY.includes(column));
    const changed = again.map(
      (column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`,
    );
    await insertRows(
      'holding',
      batch,
      sql`ON CONFLICT (territory_id, id) DO UPDATE SET ${sql.join(changed)}`,
    ).execute(on(tx));
  }
}

const KEY = ['territory_id', 'id'];

function rowOf(territoryId: string, row: StoredHolding) {
  const { geometry } = row;
  return {
    territory_id: territoryId,
    id: row.id,
    kind: row.kind,
    commune_code: row.communeCode,
    name: row.name,
    words: wordsOf(row.name).join(' '),
    road_class: row.roadClass,
    road_number: row.roadNumber,
    built_up: row.builtUp,
    owner_code: row.ownerCode,
    geometry,
    area: geometry && boxText(geometry),
    corrected: row.corrected,
    version: row.version,
    changed_at: row.changedAt,
  };
}

function boxText(geometry: NonNullable<StoredHolding['geometry']>): string {
  const { west, south, east, north } = bboxOf(geometry);
  return `(${west},${south}),(${east},${north})`;
}

/** The gazetteer's streets, which a file may name. */
export async function listStreets(
  tx: Tx,
  territoryId: string,
): Promise<{ name: string; communeCode: string }[]> {
  return on(tx)
    .selectFrom('place')
    .select(['name', 'commune_code as communeCode'])
    .distinct()
    .where('territory_id', '=', territoryId)
    .where('kind', '=', 'street')
    .limit(MOST)
    .execute();
}

/** Tells every process that what it keeps of streets known by name is old. */
export async function renewHoldings(tx: Tx, territoryId: string, version: string): Promise<void> {
  await on(tx)
    .insertInto('holding_version')
    .values({ territory_id: territoryId, version })
    .onConflict((conflict) => conflict.column('territory_id').doUpdateSet({ version }))
    .execute();
}
