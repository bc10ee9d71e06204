import { sql, type Tx, tables } from '../../platform/db/index.ts';
import type { StoredEvent } from '../../platform/events/index.ts';
import type { Point } from '../../platform/geo/index.ts';
import type { Frequency } from './follower.ts';
import type { AreaShape } from './neighbours.ts';
import type { FollowingTables } from './tables.ts';

const on = tables<FollowingTables>();

/** Confirmed followers of the commune, and those of a street or a park whose box holds the point. */
export async function areaFollowersAround(
  tx: Tx,
  territoryId: string,
  point: Point | null,
  communeId: string | null,
): Promise<{ id: string; frequency: Frequency; shape: AreaShape | null }[]> {
  const { rows } = await sql<{ id: string; frequency: Frequency; shape: AreaShape | null }>`
    SELECT id, frequency, area_shape AS shape FROM follower
    WHERE territory_id = ${territoryId} AND confirmed_at IS NOT NULL AND (
      (kind = 'commune' AND area_commune_id = ${communeId}::uuid)
      OR (area_box IS NOT NULL
        AND area_box @> box(point(${point?.long ?? null}::float8, ${point?.lat ?? null}::float8))))
    ORDER BY id`.execute(on(tx));
  return rows;
}

/** Keeps a piece of news for these followers, once, and when what waits is to be told. */
export async function keepNews(
  tx: Tx,
  territoryId: string,
  followerIds: readonly string[],
  { id, subject }: Pick<StoredEvent, 'id' | 'subject'>,
  heardAt: Date,
  dueAt: Date,
): Promise<void> {
  await sql`
    WITH kept AS (
      INSERT INTO follower_news (territory_id, follower_id, event_id, service_request_id, heard_at)
      SELECT ${territoryId}::uuid, follower_id, ${id}::uuid, ${subject}::uuid, ${heardAt}::timestamptz
      FROM unnest(${followerIds}::uuid[]) AS follower_id
      ON CONFLICT DO NOTHING RETURNING follower_id)
    UPDATE follower SET due_at = ${dueAt}::timestamptz
    FROM kept
    WHERE territory_id = ${territoryId} AND id = kept.follower_id AND due_at IS NULL`.execute(
    on(tx),
  );
}

/** Followers whose news are to be told now, in every territory that this database hosts. */
export async function dueFollowers(
  tx: Tx,
  now: Date,
  limit: number,
): Promise<{ territoryId: string; id: string }[]> {
  return on(tx)
    .selectFrom('follower')
    .select(['territory_id as territoryId', 'id'])
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute();
}

/** Puts what waits for a follower into one digest. @returns whether there was something to tell */
export async function gatherNews(
  tx: Tx,
  territoryId: string,
  followerId: string,
  digestId: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows: due } = await on(tx)
    .updateTable('follower')
    .set({ due_at: null })
    .where('territory_id', '=', territoryId)
    .where('id', '=', followerId)
    .where('due_at', '<=', now)
    .executeTakeFirst();
  // Another process was quicker.
  if (due === 0n) return false;
  const { numUpdatedRows } = await on(tx)
    .updateTable('follower_news')
    .set({ digest_id: digestId })
    .where('territory_id', '=', territoryId)
    .where('follower_id', '=', followerId)
    .where('digest_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What a digest tells: events of requests, as they were heard. */
export async function newsOfDigest(
  tx: Tx,
  territoryId: string,
  digestId: string,
): Promise<{ eventId: string; requestId: string }[]> {
  return on(tx)
    .selectFrom('follower_news')
    .select(['event_id as eventId', 'service_request_id as requestId'])
    .where('territory_id', '=', territoryId)
    .where('digest_id', '=', digestId)
    .orderBy('event_id')
    .execute();
}

export async function deleteOldNews(tx: Tx, heardBefore: Date): Promise<void> {
  await on(tx)
    .deleteFrom('follower_news')
    .where('heard_at', '<', heardBefore)
    .where('digest_id', 'is not', null)
    .execute();
}
