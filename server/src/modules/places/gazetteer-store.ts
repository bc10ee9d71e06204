import { fromPoint, sql, type Tx, tables } from '../../platform/db/index.ts';
import type { PlaceTables } from './tables.ts';

const on = tables<PlaceTables>();

/** Enough for the words to be compared one by one, few enough to stay quick. */
const SIMILAR = 80;

/** Streets and landmarks whose words are most like the text, by trigrams. */
export async function findSimilarPlaces(tx: Tx, territoryId: string, text: string) {
  const rows = await on(tx)
    .selectFrom('place')
    .select(['id', 'kind', 'name', 'commune_name as communeName', 'postcode', 'at'])
    .where('territory_id', '=', territoryId)
    .orderBy(sql`words <->> ${text}`)
    .limit(SIMILAR)
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, point: fromPoint(at) }));
}

/** A métropole has some fifteen thousand; nobody's gazetteer needs more than this in memory. */
const MOST_NAMES = 200_000;

/** Every name of a street or a landmark, once. */
export async function listPlaceNames(tx: Tx, territoryId: string): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('place')
    .select('name')
    .distinct()
    .where('territory_id', '=', territoryId)
    .limit(MOST_NAMES)
    .execute();
  return rows.map(({ name }) => name);
}

/** Whether a street of the gazetteer has a postcode that begins so. */
export async function hasPostcodeLike(
  tx: Tx,
  territoryId: string,
  beginning: string,
): Promise<boolean> {
  const row = await on(tx)
    .selectFrom('place')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('postcode', 'like', `${beginning}%`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface DoorAsked {
  placeId: string;
  numberKey: string;
}

export async function findAddresses(tx: Tx, territoryId: string, asked: DoorAsked[]) {
  if (asked.length === 0) return [];
  const rows = await on(tx)
    .selectFrom('address')
    .select(['id', 'place_id as placeId', 'number', 'number_key as numberKey', 'at'])
    .where('territory_id', '=', territoryId)
    .where('place_id', 'in', [...new Set(asked.map(({ placeId }) => placeId))])
    .where('number_key', 'in', [...new Set(asked.map(({ numberKey }) => numberKey))])
    .limit(400)
    .execute();
  return rows.map(({ at, ...row }) => ({ ...row, point: fromPoint(at) }));
}

export async function findAddressById(tx: Tx, territoryId: string, id: string) {
  const row = await on(tx)
    .selectFrom('address')
    .innerJoin('place', (join) =>
      join
        .onRef('place.territory_id', '=', 'address.territory_id')
        .onRef('place.id', '=', 'address.place_id'),
    )
    .select(['address.number', 'address.at', 'place.name', 'place.commune_name as communeName'])
    .where('address.territory_id', '=', territoryId)
    .where('address.id', '=', id)
    .executeTakeFirst();
  return row && { ...row, point: fromPoint(row.at) };
}
