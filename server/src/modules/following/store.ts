import type { Selectable } from 'kysely';
import { jsonb, sql, type Tx, tables } from '../../platform/db/index.ts';
import type { Follower, Frequency, Target } from './follower.ts';
import { type Area, boxOfShape } from './neighbours.ts';
import type { FollowingTables } from './tables.ts';

const on = tables<FollowingTables>();

/** @returns false when this address follows, or was asked whether it follows, the same already */
export async function insertFollower(
  tx: Tx,
  territoryId: string,
  follower: Follower,
): Promise<boolean> {
  const { target } = follower;
  const area = target.kind === 'area' ? target.area : null;
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('follower')
    .values({
      territory_id: territoryId,
      id: follower.id,
      key: follower.key,
      kind: area?.kind ?? 'request',
      service_request_id: target.kind === 'request' ? target.requestId : null,
      area_id: area?.id ?? null,
      area_name: area?.name ?? null,
      area_commune_id: area?.communeId ?? null,
      area_commune: area?.communeName ?? null,
      area_shape: area?.shape ? jsonb(area.shape) : sql`NULL`,
      area_box: area?.shape ? boxText(area.shape) : null,
      frequency: target.kind === 'area' ? target.frequency : null,
      channel: follower.channel,
      address: follower.address,
      language: follower.language,
      plain: follower.plain,
      asked_at: follower.askedAt,
      confirmed_at: follower.confirmedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** How often an address was asked to confirm something since then. */
export async function countAsked(
  tx: Tx,
  territoryId: string,
  address: string,
  since: Date,
): Promise<number> {
  const { count } = await on(tx)
    .selectFrom('follower')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('territory_id', '=', territoryId)
    .where('address', '=', address)
    .where('asked_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function findByKey(
  tx: Tx,
  territoryId: string,
  key: string,
): Promise<Follower | undefined> {
  const row = await any(tx, territoryId).where('key', '=', key).executeTakeFirst();
  return row && fromRow(row);
}

export async function findFollower(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<Follower | undefined> {
  const row = await any(tx, territoryId).where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** Everything that a number follows, or was asked whether it follows. */
export async function followersByNumber(
  tx: Tx,
  territoryId: string,
  address: string,
): Promise<Follower[]> {
  const rows = await any(tx, territoryId)
    .where('address', '=', address)
    .where('channel', '=', 'sms')
    .execute();
  return rows.map(fromRow);
}

/** Those who follow requests and confirmed it, oldest first. */
export async function followersOf(
  tx: Tx,
  territoryId: string,
  requestIds: readonly string[],
): Promise<Follower[]> {
  const rows = await any(tx, territoryId)
    .where('service_request_id', '=', sql<string>`ANY(${requestIds}::uuid[])`)
    .where('confirmed_at', 'is not', null)
    .orderBy('id')
    .limit(MOST_FOLLOWERS)
    .execute();
  return rows.map(fromRow);
}

/** A request that a whole town follows is a campaign: it has a page, and needs no mail each. */
const MOST_FOLLOWERS = 5_000;

export async function confirmFollower(
  tx: Tx,
  territoryId: string,
  id: string,
  at: Date,
): Promise<void> {
  await on(tx)
    .updateTable('follower')
    .set({ confirmed_at: at })
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute();
}

/** @param dueAt - when news that wait already are told */
export async function setFrequency(
  tx: Tx,
  territoryId: string,
  id: string,
  frequency: Frequency,
  dueAt: Date,
): Promise<void> {
  await on(tx)
    .updateTable('follower')
    .set({
      frequency,
      due_at: sql`CASE WHEN due_at IS NULL THEN NULL ELSE ${dueAt}::timestamptz END`,
    })
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .execute();
}

export async function deleteFollower(tx: Tx, territoryId: string, id: string): Promise<void> {
  await on(tx)
    .deleteFrom('follower')
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .execute();
}

/** Forgets, in every territory, those who never confirmed. */
export async function deleteUnconfirmed(tx: Tx, askedBefore: Date): Promise<void> {
  await on(tx)
    .deleteFrom('follower')
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', askedBefore)
    .execute();
}

export async function silence(
  tx: Tx,
  territoryId: string,
  requestId: string,
  at: Date,
): Promise<void> {
  await on(tx)
    .insertInto('silenced_reporter')
    .values({ territory_id: territoryId, service_request_id: requestId, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Of these requests, those whose reporter wants no more messages. */
export async function silenced(
  tx: Tx,
  territoryId: string,
  requestIds: readonly string[],
): Promise<Set<string>> {
  const rows = await on(tx)
    .selectFrom('silenced_reporter')
    .select('service_request_id')
    .where('territory_id', '=', territoryId)
    .where('service_request_id', '=', sql<string>`ANY(${requestIds}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.service_request_id));
}

const any = (tx: Tx, territoryId: string) =>
  on(tx).selectFrom('follower').selectAll().where('territory_id', '=', territoryId);

function fromRow(row: Selectable<FollowingTables['follower']>): Follower {
  return {
    id: row.id,
    key: row.key,
    target: targetOf(row),
    channel: row.channel,
    address: row.address,
    language: row.language,
    plain: row.plain,
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
  };
}

function targetOf(row: Selectable<FollowingTables['follower']>): Target {
  if (row.kind === 'request') {
    return { kind: 'request', requestId: row.service_request_id as string };
  }
  const area: Area = {
    kind: row.kind,
    id: row.area_id as string,
    name: row.area_name ?? '',
    communeId: row.area_commune_id,
    communeName: row.area_commune ?? '',
    shape: row.area_shape,
  };
  return { kind: 'area', area, frequency: row.frequency ?? 'weekly' };
}

/** A `box` value in its text form: where what belongs to the area may be. */
function boxText(shape: NonNullable<Area['shape']>): string {
  const { west, south, east, north } = boxOfShape(shape);
  return `(${west},${south}),(${east},${north})`;
}

/** Followers whose address or number holds what is sought, the latest first. */
export async function seekFollowers(
  tx: Tx,
  territoryId: string,
  words: string,
  digits: string | null,
  limit: number,
) {
  const holds = (part: string) => sql<boolean>`strpos(lower(address), ${part.toLowerCase()}) > 0`;
  return on(tx)
    .selectFrom('follower')
    .select(['channel', 'address', 'area_name as what', 'asked_at as at'])
    .where('territory_id', '=', territoryId)
    .where((where) => where.or([holds(words), ...(digits ? [holds(digits)] : [])]))
    .orderBy('asked_at', 'desc')
    .limit(limit)
    .execute();
}

/** What is kept of whoever follows under these addresses, as they may read it. */
export async function followersAt(tx: Tx, territoryId: string, addresses: string[]) {
  return on(tx)
    .selectFrom('follower')
    .select([
      'id',
      'kind',
      'service_request_id as requestId',
      'area_name as area',
      'frequency',
      'channel',
      'address',
      'language',
      'asked_at as askedAt',
      'confirmed_at as confirmedAt',
    ])
    .where('territory_id', '=', territoryId)
    .where(sql<string>`lower(address)`, 'in', addresses)
    .execute();
}

export async function deleteFollowers(tx: Tx, territoryId: string, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { numDeletedRows } = await on(tx)
    .deleteFrom('follower')
    .where('territory_id', '=', territoryId)
    .where('id', 'in', ids)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** Those who asked before this, at most so many. */
export async function deleteFollowersSince(
  tx: Tx,
  territoryId: string,
  before: Date,
  limit: number,
): Promise<number> {
  const rows = await on(tx)
    .selectFrom('follower')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('asked_at', '<', before)
    .limit(limit)
    .execute();
  if (rows.length === 0) return 0;
  const { numDeletedRows } = await on(tx)
    .deleteFrom('follower')
    .where('territory_id', '=', territoryId)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
