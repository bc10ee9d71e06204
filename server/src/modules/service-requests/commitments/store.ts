import { insertRows, sql, type Tx, tables } from '../../../platform/db/index.ts';
import type { Clock, ClockKind } from './clock.ts';
import type { CommitmentTables } from './tables.ts';

const on = tables<CommitmentTables>();

/** A clock with what its watch has told of it. */
export interface WatchedClock extends Clock {
  warnedAt: Date | null;
  brokenAt: Date | null;
}

/** Makes the clocks of a request what they are now; a promise moved to later may be warned of again. */
export async function replaceClocks(
  tx: Tx,
  territoryId: string,
  requestId: string,
  clocks: readonly Clock[],
): Promise<void> {
  await on(tx)
    .deleteFrom('request_clock')
    .where('territory_id', '=', territoryId)
    .where('service_request_id', '=', requestId)
    .$if(clocks.length > 0, (query) =>
      query.where(
        'kind',
        'not in',
        clocks.map(({ kind }) => kind),
      ),
    )
    .execute();
  const rows = clocks.map((clock) => ({
    territory_id: territoryId,
    service_request_id: requestId,
    kind: clock.kind,
    started_at: clock.startedAt,
    due_at: clock.dueAt,
    warn_at: clock.warnAt,
    met_at: clock.metAt,
  }));
  if (rows.length === 0) return;
  await insertRows(
    'request_clock',
    rows,
    sql`ON CONFLICT (territory_id, service_request_id, kind) DO UPDATE SET
      started_at = excluded.started_at, due_at = excluded.due_at, warn_at = excluded.warn_at,
      met_at = excluded.met_at,
      warned_at = CASE WHEN excluded.due_at IS NOT DISTINCT FROM request_clock.due_at
        OR excluded.due_at IS NULL THEN request_clock.warned_at END,
      broken_at = CASE WHEN excluded.started_at = request_clock.started_at
        THEN request_clock.broken_at END`,
  ).execute(on(tx));
}

export async function clocksOfRequest(
  tx: Tx,
  territoryId: string,
  requestId: string,
): Promise<WatchedClock[]> {
  const rows = await on(tx)
    .selectFrom('request_clock')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('service_request_id', '=', requestId)
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    startedAt: row.started_at,
    dueAt: row.due_at,
    warnAt: row.warn_at,
    metAt: row.met_at,
    warnedAt: row.warned_at,
    brokenAt: row.broken_at,
  }));
}

export interface Ringing {
  territoryId: string;
  requestId: string;
  kind: ClockKind;
  dueAt: Date;
  what: 'at-risk' | 'broken';
}

/**
 * Clocks that near their end, or have passed it, and that nobody was told of: marked as told, in
 * this transaction. What is broken is not also warned of.
 *
 * @param limit - at most; ask again until it answers fewer
 */
export async function takeRinging(
  tx: Tx,
  territoryId: string,
  now: Date,
  limit: number,
): Promise<Ringing[]> {
  const { rows } = await sql<{
    service_request_id: string;
    kind: ClockKind;
    due_at: Date;
    broken: boolean;
  }>`
    WITH ringing AS (
      SELECT service_request_id, kind, due_at <= ${now} AS broken
      FROM request_clock
      WHERE territory_id = ${territoryId} AND met_at IS NULL AND broken_at IS NULL
        AND (due_at <= ${now} OR (warn_at <= ${now} AND warned_at IS NULL AND due_at IS NOT NULL))
      ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE request_clock AS clock
    SET warned_at = coalesce(warned_at, ${now}::timestamptz),
        broken_at = CASE WHEN ringing.broken THEN ${now}::timestamptz END
    FROM ringing
    WHERE clock.territory_id = ${territoryId}
      AND clock.service_request_id = ringing.service_request_id AND clock.kind = ringing.kind
    RETURNING clock.service_request_id, clock.kind, clock.due_at, ringing.broken`.execute(on(tx));
  return rows.map((row) => ({
    territoryId,
    requestId: row.service_request_id,
    kind: row.kind,
    dueAt: row.due_at,
    what: row.broken ? 'broken' : 'at-risk',
  }));
}
