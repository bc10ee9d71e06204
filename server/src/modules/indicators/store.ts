import { insertRows, sql, type Tx, tables } from '../../platform/db/index.ts';
import { AGES, type RequestFact } from './model.ts';
import type { IndicatorTables } from './tables.ts';

const on = tables<IndicatorTables>();

/** Writes what is known of requests; of two readings of one request, the newer stays. */
export async function saveFacts(
  tx: Tx,
  territoryId: string,
  facts: readonly RequestFact[],
): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map((fact) => ({
    territory_id: territoryId,
    request_id: fact.requestId,
    service_code: fact.serviceCode,
    service_name: fact.serviceName,
    service_group: fact.serviceGroup,
    organization_id: fact.organizationId,
    commune_id: fact.communeId,
    channel: fact.channel,
    received_at: fact.receivedAt,
    triaged_at: fact.triagedAt,
    planned_at: fact.plannedAt,
    closed_at: fact.closedAt,
    outcome: fact.outcome,
    reopened_count: fact.reopenedCount,
    reply_due_at: fact.replyDueAt,
    replied_at: fact.repliedAt,
    close_due_at: fact.closeDueAt,
    ratings_count: fact.ratingsCount,
    satisfied_count: fact.satisfiedCount,
    unsatisfied_count: fact.unsatisfiedCount,
    comments_count: fact.commentsCount,
    request_version: fact.requestVersion,
  }));
  const keepNewest = sql`
    ON CONFLICT (territory_id, request_id) DO UPDATE SET
      service_code = excluded.service_code,
      service_name = excluded.service_name,
      service_group = excluded.service_group,
      organization_id = excluded.organization_id,
      commune_id = excluded.commune_id,
      triaged_at = excluded.triaged_at,
      planned_at = excluded.planned_at,
      closed_at = excluded.closed_at,
      outcome = excluded.outcome,
      reopened_count = excluded.reopened_count,
      reply_due_at = excluded.reply_due_at,
      replied_at = excluded.replied_at,
      close_due_at = excluded.close_due_at,
      ratings_count = excluded.ratings_count,
      satisfied_count = excluded.satisfied_count,
      unsatisfied_count = excluded.unsatisfied_count,
      comments_count = excluded.comments_count,
      request_version = excluded.request_version
    WHERE request_fact.request_version <= excluded.request_version`;
  await insertRows('request_fact', rows, keepNewest).execute(on(tx));
}

/** What is counted: whose requests, from an instant until before another. */
export interface Scope {
  territoryId: string;
  organizationIds: string[];
  from: Date;
  to: Date;
  now: Date;
}

export interface Figures {
  received: number;
  closed: number;
  open: number;
  /** Open at the end of the period, or now, later than promised. */
  late: number;
  medianHoursToTriage: number | null;
  medianHoursToClose: number | null;
  /** Of the first answers given in the period for which a time was promised. */
  answeredInTimeShare: number | null;
  /** Of the closings of the period for which a time was promised. */
  closedInTimeShare: number | null;
  /** Reopenings of what was received in the period. */
  reopened: number;
  /** Answers to the question of satisfaction about what was received in the period. */
  ratings: number;
  satisfied: number;
  unsatisfied: number;
  /** Of these answers, those with words. */
  comments: number;
}

const within = (column: string, { from, to }: Scope) =>
  sql<boolean>`${sql.ref(column)} >= ${from}::timestamptz AND ${sql.ref(column)} < ${to}::timestamptz`;

/** Open when the period ends. */
const openAtEnd = ({ to }: Scope) =>
  sql<boolean>`received_at < ${to}::timestamptz AND (closed_at IS NULL OR closed_at >= ${to}::timestamptz)`;

/** The end of the period, or now when it still runs. */
const endOf = ({ to, now }: Scope) => sql`${to < now ? to : now}::timestamptz`;

/** Rows that any figure of the period counts: the others are never read. */
const touched = (scope: Scope) => sql<boolean>`
  territory_id = ${scope.territoryId}::uuid
  AND organization_id = ANY(${scope.organizationIds}::uuid[])
  AND received_at < ${scope.to}::timestamptz
  AND (received_at >= ${scope.from}::timestamptz OR closed_at IS NULL
       OR closed_at >= ${scope.from}::timestamptz)`;

const medianHours = (end: string, scope: Scope) => sql<number | null>`
  round((percentile_cont(0.5) WITHIN GROUP (
    ORDER BY extract(epoch FROM ${sql.ref(end)} - received_at) / 3600)
    FILTER (WHERE ${within(end, scope)}))::numeric, 1)`;

/** @returns 0 to 1; null when nothing was promised of what ended in the period */
const shareInTime = (end: string, due: string, scope: Scope) => sql<number | null>`
  avg((${sql.ref(end)} <= ${sql.ref(due)})::int)
    FILTER (WHERE ${within(end, scope)} AND ${sql.ref(due)} IS NOT NULL)::float8`;

const sumOfReceived = (column: string, scope: Scope) => sql<number>`
  coalesce(sum(${sql.ref(column)}) FILTER (WHERE ${within('received_at', scope)}), 0)`;

const figures = (scope: Scope) => sql`
  count(*) FILTER (WHERE ${within('received_at', scope)}) AS received,
  count(*) FILTER (WHERE ${within('closed_at', scope)}) AS closed,
  count(*) FILTER (WHERE ${openAtEnd(scope)}) AS open,
  count(*) FILTER (WHERE ${openAtEnd(scope)} AND close_due_at < ${endOf(scope)}) AS late,
  ${medianHours('triaged_at', scope)} AS "medianHoursToTriage",
  ${medianHours('closed_at', scope)} AS "medianHoursToClose",
  ${shareInTime('replied_at', 'reply_due_at', scope)} AS "answeredInTimeShare",
  ${shareInTime('closed_at', 'close_due_at', scope)} AS "closedInTimeShare",
  ${sumOfReceived('reopened_count', scope)} AS reopened,
  ${sumOfReceived('ratings_count', scope)} AS ratings,
  ${sumOfReceived('satisfied_count', scope)} AS satisfied,
  ${sumOfReceived('unsatisfied_count', scope)} AS unsatisfied,
  ${sumOfReceived('comments_count', scope)} AS comments`;

export interface Totals extends Figures {
  /** Received in the period, and closed since. */
  answered: number;
}

export async function totals(tx: Tx, scope: Scope): Promise<Totals> {
  const { rows } = await sql<Totals>`
    SELECT ${figures(scope)},
      count(*) FILTER (WHERE ${within('received_at', scope)} AND closed_at IS NOT NULL) AS answered
    FROM request_fact WHERE ${touched(scope)}
  `.execute(on(tx));
  return rows[0] as Totals;
}

/** Columns by which the figures are told apart. */
const GROUPS = {
  service: {
    columns: sql`service_code AS "serviceCode", max(service_name) AS "serviceName",
                 max(service_group) AS "serviceGroup"`,
    by: sql`service_code`,
  },
  organization: { columns: sql`organization_id AS "organizationId"`, by: sql`organization_id` },
  channel: { columns: sql`channel`, by: sql`channel` },
};

const MOST_GROUPS = 200;

/** The figures of each service, organization or channel, the most asked for first. */
export async function figuresBy<Key extends object>(
  tx: Tx,
  scope: Scope,
  group: keyof typeof GROUPS,
): Promise<(Key & Figures)[]> {
  const { columns, by } = GROUPS[group];
  const { rows } = await sql<Key & Figures>`
    SELECT ${columns}, ${figures(scope)}
    FROM request_fact WHERE ${touched(scope)}
    GROUP BY ${by} ORDER BY received DESC, ${by} LIMIT ${MOST_GROUPS}
  `.execute(on(tx));
  return rows;
}

/** How many were received and closed in each week that had any; weeks begin on Monday. */
export async function weeks(
  tx: Tx,
  scope: Scope,
  zone: string,
): Promise<{ week: string; received: number; closed: number }[]> {
  const weekOf = (column: string) =>
    sql`to_char(date_trunc('week', ${sql.ref(column)} AT TIME ZONE ${zone}::text), 'YYYY-MM-DD')`;
  const { rows } = await sql<{ week: string; received: number; closed: number }>`
    SELECT week, sum(received)::bigint AS received, sum(closed)::bigint AS closed
    FROM (
      SELECT ${weekOf('received_at')} AS week, 1 AS received, 0 AS closed
      FROM request_fact WHERE ${touched(scope)} AND ${within('received_at', scope)}
      UNION ALL
      SELECT ${weekOf('closed_at')}, 0, 1
      FROM request_fact WHERE ${touched(scope)} AND ${within('closed_at', scope)}
    ) AS step
    GROUP BY week ORDER BY week
  `.execute(on(tx));
  return rows;
}

/** How many of the requests open at the end of the period are of each age of {@link AGES}. */
export async function openByAge(tx: Tx, scope: Scope): Promise<number[]> {
  const bounds = AGES.map(({ fromDays }) => fromDays);
  const { rows } = await sql<{ bucket: number; count: number }>`
    SELECT width_bucket(
        (extract(epoch FROM ${endOf(scope)} - received_at) / 86400)::float8,
        ${bounds}::float8[]) AS bucket,
      count(*) AS count
    FROM request_fact WHERE ${touched(scope)} AND ${openAtEnd(scope)}
    GROUP BY bucket
  `.execute(on(tx));
  const counts = new Map(rows.map(({ bucket, count }) => [bucket, count]));
  // Bucket 0 would be received after `end`: a clock that runs ahead. They are as new as can be.
  return AGES.map(
    (_, index) => (counts.get(index + 1) ?? 0) + (index === 0 ? (counts.get(0) ?? 0) : 0),
  );
}

/** How the requests closed in the period ended. */
export async function outcomes(tx: Tx, scope: Scope) {
  return on(tx)
    .selectFrom('request_fact')
    .select(['outcome', (count) => count.fn.countAll<number>().as('count')])
    .where('territory_id', '=', scope.territoryId)
    .where('organization_id', '=', sql<string>`ANY(${scope.organizationIds}::uuid[])`)
    .where('closed_at', '>=', scope.from)
    .where('closed_at', '<', scope.to)
    .where('outcome', 'is not', null)
    .groupBy('outcome')
    .orderBy('outcome')
    .$narrowType<{ outcome: 'done' | 'answered' | 'rejected' }>()
    .execute();
}
