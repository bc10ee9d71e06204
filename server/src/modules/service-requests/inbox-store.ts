import type { RawBuilder, Selectable } from 'kysely';
import { fromPoint, pointInBox, sql, type Tx, tables } from '../../platform/db/index.ts';
import type { BoundingBox, Point } from '../../platform/geo/index.ts';
import { UNSORTED } from './default-catalogue/unsorted.ts';
import { type Assignment, type Grade, isClosed, OPEN, type Status } from './model.ts';
import type { Scope } from './policy.ts';
import type { PublicWindow } from './public-copy/public-window.ts';
import { handOverFromRow, workOrderFromRow } from './request-row.ts';
import { RESIDENT_MARKS, type ResidentMark } from './resident-mark.ts';
import type { ServiceRequest } from './service-request.ts';
import type { ServiceRequestTables } from './tables.ts';

const on = tables<ServiceRequestTables>();

/** What a list shows of a request: everything but the long texts and who reported it. */
export type Listed = Omit<
  ServiceRequest,
  'description' | 'answers' | 'contact' | 'language' | 'isPublic'
> & {
  excerpt: string;
};

export interface Filters {
  statuses?: readonly Status[] | undefined;
  serviceCode?: string | undefined;
  serviceGroup?: string | undefined;
  communeId?: string | undefined;
  minSeverity?: Grade | undefined;
  box?: BoundingBox | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  /** Whether a work order answers it. */
  hasWorkOrder?: boolean | undefined;
  assignment?: Assignment | undefined;
  /** Still open, and promised for before `to`. */
  due?: { from?: Date; to: Date } | undefined;
  /** What it has to do with its resident just now. */
  resident?: ResidentMark | undefined;
  words?: Words | undefined;
  /** What everyone may see, when everyone looks. */
  window?: PublicWindow | undefined;
}

/**
 * Words to find: as people type them (quotes, `or`, a minus), or mended, in the language of
 * PostgreSQL's `to_tsquery`.
 */
export type Words = { typed: string } | { mended: string };

export type Sort = 'priority' | 'newest' | 'oldest' | 'updated';

/** Where the page before ended. */
export interface After {
  /** {@link DISPUTED} while those are not all shown. */
  priority: Grade | typeof DISPUTED;
  receivedAt: Date;
  id: string;
}

/**
 * Whose requests to read. `everyone` is for public pages only: they show nobody's words, and nothing
 * that nobody has sorted yet.
 * `followedBy` are those of another organization that these ones handed over, orient, or act beside.
 */
export type Reach = 'everyone' | Scope | { followedBy: string[]; organizationId: string };

/**
 * One page of requests, in the order of the sort.
 *
 * Each organization is read in the order of its index, and the first rows of each are merged: a
 * page costs the same among a thousand requests as among a million.
 *
 * @param limit - rows at most; one more than the page tells whether there is a next
 */
export async function listRequests(
  tx: Tx,
  territoryId: string,
  reach: Reach,
  filters: Filters,
  sort: Sort,
  after: After | undefined,
  limit: number,
): Promise<Listed[]> {
  const conditions = [
    ...conditionsOf(territoryId, filters),
    ...(after ? [isAfter(sort, after)] : []),
    ...(sort === 'priority' ? [sql`disputed_at IS NULL`] : []),
  ];
  const branches = branchesOf(reach).map(
    (branch) => sql`(SELECT ${LISTED} FROM service_request
      WHERE ${all([...conditions, branch])} ORDER BY ${ORDER[sort]} LIMIT ${limit})`,
  );
  if (branches.length === 0) return [];
  if (sort === 'priority' && (!after || after.priority === DISPUTED)) {
    branches.push(disputed(territoryId, reach, filters, after, limit));
  }
  const { rows } = await sql<Row>`
    SELECT * FROM (${sql.join(branches, sql` UNION ALL `)}) AS listed
    ORDER BY ${sort === 'priority' ? PRESSING : ORDER[sort]} LIMIT ${limit}`.execute(on(tx));
  return rows.map(listedFromRow);
}

/** Rank, before the first priority, of what a follower says is not done: somebody was told a lie. */
export const DISPUTED = 0;

/** Those come first in an inbox, whatever their priority: they are few, and have their own index. */
function disputed(
  territoryId: string,
  reach: Reach,
  filters: Filters,
  after: After | undefined,
  limit: number,
): Fragment {
  const conditions = [
    ...conditionsOf(territoryId, filters),
    sql`disputed_at IS NOT NULL`,
    anyBranch(reach),
    ...(after ? [isAfter('oldest', after)] : []),
  ];
  return sql`(SELECT ${LISTED} FROM service_request
    WHERE ${all(conditions)} ORDER BY ${ORDER.oldest} LIMIT ${limit})`;
}

/** How many of the newest matches are ranked by how well they match. */
export const RANKED = 200;

/**
 * Requests whose words match, the best of the newest {@link RANKED} first.
 *
 * Ranking reads every match. Of a word that a hundred thousand requests contain only the newest
 * are worth it, and the index by date finds them without reading the others; of a rare word the
 * index of words finds all. The planner knows how common a word is, and chooses.
 */
export async function searchRequests(
  tx: Tx,
  territoryId: string,
  reach: Reach,
  filters: Filters & { words: Words },
  page: { offset: number; limit: number },
): Promise<Listed[]> {
  const conditions = conditionsOf(territoryId, filters);
  const branches = branchesOf(reach).map(
    (branch) => sql`(SELECT ${LISTED}, search FROM service_request
      WHERE ${all([...conditions, branch])} ORDER BY ${ORDER.newest} LIMIT ${RANKED})`,
  );
  if (branches.length === 0) return [];
  const { rows } = await sql<Row>`
    WITH newest AS MATERIALIZED (
      SELECT * FROM (${sql.join(branches, sql` UNION ALL `)}) AS matching
      ORDER BY ${ORDER.newest} LIMIT ${RANKED})
    SELECT * FROM newest
    ORDER BY ts_rank_cd(search, ${queryOf(filters.words)}) DESC, ${ORDER.newest}
    OFFSET ${page.offset} LIMIT ${page.limit}`.execute(on(tx));
  return rows.map(listedFromRow);
}

/** For each word, those of the vocabulary that are spelt like it, the likest first. */
export async function wordsLike(
  tx: Tx,
  territoryId: string,
  words: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ asked: string; alike: string[] }>`
    SELECT asked.word AS asked, array(
      SELECT known.word FROM service_request_word AS known
      WHERE known.territory_id = ${territoryId} AND known.word % asked.word
      ORDER BY similarity(known.word, asked.word) DESC, known.word LIMIT ${ALIKE}) AS alike
    FROM unnest(${words}::text[]) AS asked(word)`.execute(on(tx));
  return new Map(rows.map(({ asked, alike }) => [asked, alike]));
}

/** Spellings tried for one word. */
const ALIKE = 4;

/** A dot on the map. */
export interface Dot {
  id: string;
  point: Point;
  serviceCode: string;
  serviceName: string;
  status: Status;
  priority: Grade;
  receivedAt: Date;
}

/** Requests of one cell of the map, drawn as one mark. */
export interface Cluster {
  /** Their middle. */
  point: Point;
  count: number;
  /** The most pressing of them. */
  priority: Grade;
}

/** @param limit - dots at most, newest first */
export async function listDots(
  tx: Tx,
  territoryId: string,
  reach: Reach,
  filters: Filters & { box: BoundingBox },
  limit: number,
): Promise<Dot[]> {
  const { rows } = await sql<Row>`
    SELECT id, point, service_code, service_name, status, priority, received_at
    FROM service_request
    WHERE ${all([...conditionsOf(territoryId, filters), anyBranch(reach)])}
    ORDER BY received_at DESC LIMIT ${limit}`.execute(on(tx));
  return rows.map((row) => ({
    id: row.id,
    point: fromPoint(row.point as { x: number; y: number }),
    serviceCode: row.service_code,
    serviceName: row.service_name,
    status: row.status,
    priority: row.priority,
    receivedAt: row.received_at,
  }));
}

/** A map of more marks than this says nothing more; the query stops there. */
const COUNTED = 50_000;

/** @param cell - width of a cell in degrees of longitude */
export async function listClusters(
  tx: Tx,
  territoryId: string,
  reach: Reach,
  filters: Filters & { box: BoundingBox },
  cell: number,
): Promise<Cluster[]> {
  const { rows } = await sql<{ long: number; lat: number; count: number; priority: Grade }>`
    SELECT avg(point[0]) AS long, avg(point[1]) AS lat, count(*) AS count, min(priority) AS priority
    FROM (SELECT point, priority FROM service_request
          WHERE ${all([...conditionsOf(territoryId, filters), anyBranch(reach)])}
          LIMIT ${COUNTED}) AS inside
    GROUP BY floor(point[0] / ${cell}::float8), floor(point[1] / ${cell * FLATTENING}::float8)`.execute(
    on(tx),
  );
  return rows.map(({ long, lat, count, priority }) => ({ point: { lat, long }, count, priority }));
}

/** Degrees of latitude that look as wide as one of longitude at French latitudes (cos 46°). */
const FLATTENING = 0.7;

type Fragment = RawBuilder<unknown>;
/** A row of what lists show. */
export type ListedRow = Selectable<ServiceRequestTables['service_request']> & { excerpt: string };
type Row = ListedRow;

/** The columns of {@link Listed}. */
export const LISTED = sql.raw(
  `id, code, external_reference, service_code, service_name, service_group, channel, point, address,
   commune_id, commune_name, organization_id, former_organization_ids, assignment,
   assignment_reason, hops, contested, orienting_organization_id, concerned_organization_ids,
   status, severity, urgency, priority, exposure, exposure_facts, work_order_id, work_order_number,
   work_order_status, work_order_crew, work_order_start, work_order_heard_at, photo_count,
   received_at, updated_at, closed_at, due_at, merged_into_id, duplicates_count, waiting_since,
   reopened_count, disputed_at, wrote_at, evidence, version, left(description, 160) AS excerpt`,
);

const ORDER: Record<Sort, Fragment> = {
  priority: sql.raw('priority, received_at, id'),
  newest: sql.raw('received_at DESC, id DESC'),
  oldest: sql.raw('received_at, id'),
  // As the index `service_request_by_update` has it. Of this order there is no second page.
  updated: sql.raw('COALESCE(closed_at, updated_at) DESC, id DESC'),
};

const PRESSING = sql.raw(
  `CASE WHEN disputed_at IS NULL THEN priority ELSE ${DISPUTED} END, received_at, id`,
);

const all = (conditions: Fragment[]) => sql.join(conditions, sql` AND `);

function isAfter(sort: Sort, { priority, receivedAt, id }: After): Fragment {
  if (sort === 'priority') {
    if (priority === DISPUTED) return sql`TRUE`;
    return sql`(priority, received_at, id) > (${priority}, ${receivedAt}, ${id}::uuid)`;
  }
  return sort === 'newest'
    ? sql`(received_at, id) < (${receivedAt}, ${id}::uuid)`
    : sql`(received_at, id) > (${receivedAt}, ${id}::uuid)`;
}

/** Beyond this many organizations one scan of them all costs less than one for each. */
const MERGED = 40;

/** One condition for each part of the reach, so that each is read in its index's order. */
function branchesOf(reach: Reach): Fragment[] {
  if (reach === 'everyone') return [sql`service_code <> ${UNSORTED.code}`];
  if ('followedBy' in reach) {
    return [
      sql`organization_id = ${reach.organizationId} AND (
        former_organization_ids && ${reach.followedBy}::uuid[]
        OR concerned_organization_ids && ${reach.followedBy}::uuid[]
        OR orienting_organization_id = ANY(${reach.followedBy}::uuid[]))`,
    ];
  }
  const { organizationIds, workOnlyIds, unassigned } = reach;
  const whole =
    organizationIds.length > MERGED
      ? [sql`organization_id = ANY(${organizationIds}::uuid[])`]
      : organizationIds.map((id) => sql`organization_id = ${id}`);
  const withWork = workOnlyIds.map(
    (id) => sql`organization_id = ${id} AND work_order_id IS NOT NULL`,
  );
  return [...whole, ...withWork, ...(unassigned ? [sql`organization_id IS NULL`] : [])];
}

function anyBranch(reach: Reach): Fragment {
  const branches = branchesOf(reach).map((branch) => sql`(${branch})`);
  return branches.length === 0 ? sql`FALSE` : sql`(${sql.join(branches, sql` OR `)})`;
}

function conditionsOf(territoryId: string, filters: Filters): Fragment[] {
  const { serviceCode, serviceGroup, communeId, minSeverity, box, from, to } = filters;
  const { hasWorkOrder, due, words, assignment, resident } = filters;
  const conditions: Fragment[] = [sql`territory_id = ${territoryId}`, ...statusConditions(filters)];
  if (serviceCode) conditions.push(sql`service_code = ${serviceCode}`);
  if (serviceGroup) conditions.push(sql`service_group = ${serviceGroup}`);
  // As text of the statement, so that the partial index of the queue serves.
  if (assignment) conditions.push(sql`assignment = ${sql.lit(assignment)}`);
  if (resident) conditions.push(sql`${sql.ref(RESIDENT_MARKS[resident])} IS NOT NULL`);
  if (communeId) conditions.push(sql`commune_id = ${communeId}`);
  if (minSeverity) conditions.push(sql`severity >= ${minSeverity}`);
  if (box) conditions.push(isInBox(box));
  if (from) conditions.push(sql`received_at >= ${from}`);
  if (to) conditions.push(sql`received_at < ${to}`);
  if (filters.window) conditions.push(...windowConditions(filters.window));
  // A group is listed once, by its leader; who searches words finds each request that has them.
  conditions.push(words ? sql`search @@ ${queryOf(words)}` : sql`merged_into_id IS NULL`);
  if (due) {
    conditions.push(sql`closed_at IS NULL AND due_at < ${due.to}`);
    if (due.from) conditions.push(sql`due_at >= ${due.from}`);
  }
  if (hasWorkOrder !== undefined) {
    conditions.push(hasWorkOrder ? sql`work_order_id IS NOT NULL` : sql`work_order_id IS NULL`);
  }
  return conditions;
}

/** As `isShown` says of one request. */
function windowConditions({ hiddenServices, closedSince, exceptions }: PublicWindow): Fragment[] {
  const own = exceptions.flatMap(({ serviceCodes }) => serviceCodes);
  const lately = [
    sql`closed_at IS NULL`,
    sql`(closed_at >= ${closedSince} AND service_code <> ALL(${own}::text[]))`,
    ...exceptions.map(
      (other) =>
        sql`(closed_at >= ${other.closedSince} AND service_code = ANY(${other.serviceCodes}::text[]))`,
    ),
  ];
  return [
    sql`service_code <> ALL(${hiddenServices}::text[])`,
    sql`(${sql.join(lately, sql` OR `)})`,
  ];
}

function queryOf(words: Words): Fragment {
  return 'typed' in words
    ? sql`websearch_to_tsquery('app.french', ${words.typed})`
    : sql`to_tsquery('app.french', ${words.mended})`;
}

/** Square degrees beyond which a box holds a good part of a town: some 5 km by 5. */
const WIDE = 0.003;

export function isWide({ west, south, east, north }: BoundingBox): boolean {
  return (east - west) * (north - south) >= WIDE;
}

/**
 * The planner takes any box for a thousandth of the table, and would walk half of the index of
 * places for a box that holds half of the town. A wide one is said in a form which that index does
 * not serve: the index of open requests carries the point too.
 */
function isInBox(box: BoundingBox): Fragment {
  const { west, south, east, north } = box;
  if (!isWide(box)) return pointInBox(sql`point`, box);
  return sql`point[0] BETWEEN ${west}::float8 AND ${east}::float8
    AND point[1] BETWEEN ${south}::float8 AND ${north}::float8`;
}

/** Says « open » as the partial index does, so that it serves. */
function statusConditions({ statuses }: Filters): Fragment[] {
  if (!statuses) return [];
  const open = statuses.filter((status) => !isClosed(status));
  const named = sql`status = ANY(${statuses}::text[])`;
  if (open.length === 0) return [sql`closed_at IS NOT NULL`, named];
  if (open.length < statuses.length) return [named];
  return open.length === OPEN.length ? [sql`closed_at IS NULL`] : [sql`closed_at IS NULL`, named];
}

export function listedFromRow(row: ListedRow): Listed {
  return {
    id: row.id,
    code: row.code,
    externalReference: row.external_reference,
    serviceCode: row.service_code,
    serviceName: row.service_name,
    serviceGroup: row.service_group,
    excerpt: row.excerpt,
    channel: row.channel,
    point: row.point && fromPoint(row.point),
    address: row.address,
    communeId: row.commune_id,
    communeName: row.commune_name,
    organizationId: row.organization_id,
    formerOrganizationIds: row.former_organization_ids,
    assignment: row.assignment,
    assignmentReason: row.assignment_reason,
    handOver: handOverFromRow(row),
    status: row.status,
    severity: row.severity,
    urgency: row.urgency,
    priority: row.priority,
    exposure: row.exposure,
    exposureFacts: row.exposure_facts,
    workOrder: workOrderFromRow(row),
    photoCount: row.photo_count,
    receivedAt: row.received_at,
    updatedAt: row.updated_at,
    closedAt: row.closed_at,
    dueAt: row.due_at,
    mergedIntoId: row.merged_into_id,
    duplicatesCount: row.duplicates_count,
    waitingSince: row.waiting_since,
    reopenedCount: row.reopened_count,
    disputedAt: row.disputed_at,
    wroteAt: row.wrote_at,
    evidence: row.evidence,
    version: row.version,
  };
}
