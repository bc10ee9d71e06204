import type { RawBuilder } from 'kysely';
import { pointInBox, sql } from '../../../platform/db/index.ts';
import type { BoundingBox } from '../../../platform/geo/index.ts';
import { UNSORTED } from '../default-catalogue/unsorted.ts';
import { isClosed, OPEN } from '../model.ts';
import type { PublicWindow } from '../public-copy/public-window.ts';
import { RESIDENT_MARKS } from '../resident-mark.ts';
import type { Filters, Reach, Words } from './asked.ts';

/** A part of a statement. */
export type Fragment = RawBuilder<unknown>;

export const all = (conditions: Fragment[]) => sql.join(conditions, sql` AND `);

/** Beyond this many organizations one scan of them all costs less than one for each. */
const MERGED = 40;

/** One condition for each part of the reach, so that each is read in its index's order. */
export function branchesOf(reach: Reach): Fragment[] {
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

/** The same as one condition, where the order does not matter. */
export function anyBranch(reach: Reach): Fragment {
  const branches = branchesOf(reach).map((branch) => sql`(${branch})`);
  return branches.length === 0 ? sql`FALSE` : sql`(${sql.join(branches, sql` OR `)})`;
}

/** What the filters ask, of the territory's requests. */
export function conditionsOf(territoryId: string, filters: Filters): Fragment[] {
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

export function queryOf(words: Words): Fragment {
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
