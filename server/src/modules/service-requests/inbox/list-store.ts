import { sql, type Tx, tables } from '../../../platform/db/index.ts';
import type { ServiceRequestTables } from '../tables.ts';
import { type After, DISPUTED, type Filters, type Reach, type Sort, type Words } from './asked.ts';
import {
  all,
  anyBranch,
  branchesOf,
  conditionsOf,
  type Fragment,
  queryOf,
} from './conditions-store.ts';
import { LISTED, type Listed, type ListedRow, listedFromRow } from './listed-store.ts';

const on = tables<ServiceRequestTables>();

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
  const { rows } = await sql<ListedRow>`
    SELECT * FROM (${sql.join(branches, sql` UNION ALL `)}) AS listed
    ORDER BY ${sort === 'priority' ? PRESSING : ORDER[sort]} LIMIT ${limit}`.execute(on(tx));
  return rows.map(listedFromRow);
}

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
  const { rows } = await sql<ListedRow>`
    WITH newest AS MATERIALIZED (
      SELECT * FROM (${sql.join(branches, sql` UNION ALL `)}) AS matching
      ORDER BY ${ORDER.newest} LIMIT ${RANKED})
    SELECT * FROM newest
    ORDER BY ts_rank_cd(search, ${queryOf(filters.words)}) DESC, ${ORDER.newest}
    OFFSET ${page.offset} LIMIT ${page.limit}`.execute(on(tx));
  return rows.map(listedFromRow);
}

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

function isAfter(sort: Sort, { priority, receivedAt, id }: After): Fragment {
  if (sort === 'priority') {
    if (priority === DISPUTED) return sql`TRUE`;
    return sql`(priority, received_at, id) > (${priority}, ${receivedAt}, ${id}::uuid)`;
  }
  return sort === 'newest'
    ? sql`(received_at, id) < (${receivedAt}, ${id}::uuid)`
    : sql`(received_at, id) > (${receivedAt}, ${id}::uuid)`;
}
