import type { Act } from '../acts/index.ts';
import { type Given, insertRows, jsonb, keepQuery, sql, type Tx, tables } from '../db/index.ts';
import type { NewEvent, StoredEvent } from './event.ts';
import { COLUMNS, fromRow } from './row.ts';
import type { EventTables } from './tables.ts';

const on = tables<EventTables>();

/** Appends facts to the log, each with the act that made it. */
export async function appendEvents(
  tx: Tx,
  events: (NewEvent & { act: Act; id: string; at?: Date })[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ act, ...event }) => ({
    territory_id: act.territoryId,
    id: event.id,
    type: event.type,
    subject: event.subject,
    organization_id: event.organizationId,
    at: event.at ?? act.at,
    actor_kind: act.actor.kind,
    actor_id: act.actor.id,
    actor_name: act.actor.name,
    reason: event.reason ?? null,
    data: event.data,
    request_id: act.requestId,
  }));
  await insertRows('event', rows).execute(on(tx));
}

/**
 * Queues jobs of the task in this transaction: they exist if and only if it commits.
 *
 * @param priority - the lower is carried out first, whenever it came
 */
export async function queueJobs(
  tx: Tx,
  task: string,
  jobs: { payload: object; runAt?: Date }[],
  maxAttempts: number,
  priority = 0,
): Promise<void> {
  if (jobs.length === 0) return;
  await sql`
    SELECT graphile_worker.add_jobs(array(
      SELECT ROW(${task}::text, job.value -> 'payload', null, (job.value ->> 'runAt')::timestamptz,
                 ${maxAttempts}::int, null, ${priority}::smallint, null)::graphile_worker.job_spec
      FROM json_array_elements(${JSON.stringify(jobs)}::json) AS job))
  `.execute(on(tx));
}

export async function findEvent(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<StoredEvent | undefined> {
  const row = await on(tx)
    .selectFrom('event')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The history of one thing, oldest first. */
export async function eventsOf(
  tx: Tx,
  territoryId: string,
  subjects: string[],
  limit = 500,
): Promise<StoredEvent[]> {
  const rows = await history(tx, { territoryId, subjects, limit });
  return rows.map(fromRow);
}

interface History {
  territoryId: string;
  subjects: string[];
  limit: number;
}

const history = keepQuery(on, (db, { territoryId, subjects, limit }: Given<History>) =>
  db
    .selectFrom('event')
    .select(COLUMNS)
    .where('territory_id', '=', territoryId)
    .where('subject', '=', sql<string>`ANY(${subjects}::uuid[])`)
    .orderBy('at')
    .orderBy('id')
    .limit(limit),
);

/** Of these things, those to which this actor made an event of this type happen. */
export async function subjectsOf(
  tx: Tx,
  territoryId: string,
  { type, actorId, among }: { type: string; actorId: string; among: readonly string[] },
): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('event')
    .select('subject')
    .where('territory_id', '=', territoryId)
    .where('subject', '=', sql<string>`ANY(${among}::uuid[])`)
    .where('type', '=', type)
    .where('actor_id', '=', actorId)
    .execute();
  return rows.map(({ subject }) => subject);
}

/** The log itself, newest first, a page at a time. */
export async function listEvents(
  tx: Tx,
  territoryId: string,
  page: {
    before?: string | undefined;
    /** Ids from this one on: an id begins with its time. */
    from?: string | undefined;
    type?: string | undefined;
    types?: readonly string[] | undefined;
    limit: number;
  },
): Promise<StoredEvent[]> {
  let query = on(tx).selectFrom('event').selectAll().where('territory_id', '=', territoryId);
  if (page.before) query = query.where('id', '<', page.before);
  if (page.from) query = query.where('id', '>=', page.from);
  if (page.types) query = query.where('type', 'in', page.types);
  if (page.type) query = query.where('type', '=', page.type);
  const rows = await query.orderBy('id', 'desc').limit(page.limit).execute();
  return rows.map(fromRow);
}

/**
 * Records that the reaction has heard the event.
 *
 * @returns false when it had already: the job was delivered twice
 */
export async function acknowledge(
  tx: Tx,
  event: StoredEvent,
  reaction: string,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('event_acknowledgement')
    .values({ territory_id: event.territoryId, event_id: event.id, reaction, at })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'event_id', 'reaction']).doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The story of things, held still until the transaction ends. */
export async function lockEventsOf(
  tx: Tx,
  territoryId: string,
  subjects: readonly string[],
): Promise<(StoredEvent & { sealed: boolean })[]> {
  const rows = await on(tx)
    .selectFrom('event')
    .select([...COLUMNS, 'seal'])
    .where('territory_id', '=', territoryId)
    .where('subject', 'in', [...subjects])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ ...fromRow(row), sealed: row.seal !== null }));
}

/** Writes other words in an event: the only change that the log ever knows. */
export async function replaceWords(
  tx: Tx,
  { territoryId, id, reason, data }: StoredEvent,
): Promise<void> {
  await on(tx)
    .updateTable('event')
    .set({ reason, data: jsonb(data) })
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .execute();
}
