import { pointInBox, sql, type Tx, tables } from '../../../platform/db/index.ts';
import { UNSORTED } from '../default-catalogue/unsorted.ts';
import { asLed } from '../duplicates/led-by.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequest, findRequestsWhere } from '../store.ts';
import type { ServiceRequestTables } from '../tables.ts';
import type { RequestsQuery } from './read-query.ts';

const on = tables<ServiceRequestTables>();

/** What nobody has read yet has no service that another program could name. */
const SORTED = sql`service_code <> ${UNSORTED.code}`;
/** `updated_datetime` of GeoReport v2; written as the index `service_request_by_update` has it. */
const UPDATED = sql`COALESCE(closed_at, updated_at)`;

/** Services that the territory shows to nobody: to whom has or shares the request all the same. */
export interface Hidden {
  services: readonly string[];
  /** But not from these organizations. */
  exceptFrom: readonly string[];
}

const shownOnly = ({ services, exceptFrom }: Hidden) => sql`(
  service_code <> ALL(${services}::text[])
  OR organization_id = ANY(${exceptFrom}::uuid[])
  OR orienting_organization_id = ANY(${exceptFrom}::uuid[])
  OR former_organization_ids && ${exceptFrom}::uuid[]
  OR concerned_organization_ids && ${exceptFrom}::uuid[])`;

/**
 * Requests for other programs, newest first. Named ones come whatever the other filters say.
 *
 * @param hidden - what the caller may see nothing of
 */
export async function listPublished(
  tx: Tx,
  territoryId: string,
  query: RequestsQuery,
  hidden: Hidden,
): Promise<ServiceRequest[]> {
  const visible = [SORTED, ...(hidden.services.length > 0 ? [shownOnly(hidden)] : [])];
  const limit = query.pageSize;
  const offset = (query.page - 1) * limit;
  if (query.ids) {
    const named = [...visible, sql`id = ANY(${query.ids}::uuid[])`];
    return asLed(
      tx,
      territoryId,
      await findRequestsWhere(tx, territoryId, named, limit, { offset }),
    );
  }
  const { updatedAfter, updatedBefore } = query;
  const followsUpdates = updatedAfter !== undefined || updatedBefore !== undefined;
  const found = await findRequestsWhere(
    tx,
    territoryId,
    [...visible, ...conditionsOf(query)],
    limit,
    { offset, ...(followsUpdates && { newest: UPDATED }) },
  );
  return asLed(tx, territoryId, found);
}

function conditionsOf(query: RequestsQuery) {
  const { from, to, updatedAfter, updatedBefore, serviceCodes, statuses, box } = query;
  return [
    from && sql`received_at >= ${from}`,
    to && sql`received_at <= ${to}`,
    updatedAfter && sql`${UPDATED} >= ${updatedAfter}`,
    updatedBefore && sql`${UPDATED} <= ${updatedBefore}`,
    serviceCodes && sql`service_code = ANY(${serviceCodes}::text[])`,
    statuses && hasStatus(statuses),
    box && pointInBox(sql.ref('point'), box),
  ].filter((condition) => condition !== undefined);
}

/** A joined request has the status of its leader. */
const hasStatus = (statuses: readonly string[]) => sql`(
  (merged_into_id IS NULL AND status = ANY(${statuses}::text[])) OR
  (merged_into_id IS NOT NULL AND EXISTS (
    SELECT FROM service_request AS leader
    WHERE leader.territory_id = service_request.territory_id
      AND leader.id = service_request.merged_into_id
      AND leader.status = ANY(${statuses}::text[]))))`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function findPublished(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<ServiceRequest | undefined> {
  if (!UUID.test(id)) return undefined;
  const found = await findRequest(tx, territoryId, id);
  if (!found || found.serviceCode === UNSORTED.code) return undefined;
  return (await asLed(tx, territoryId, [found]))[0];
}

/** Photos of many requests, oldest first; what a crew took before the work is not for others. */
export async function photosToPublish(
  tx: Tx,
  territoryId: string,
  requestIds: readonly string[],
): Promise<Map<string, { fileId: string; at: Date }[]>> {
  if (requestIds.length === 0) return new Map();
  const rows = await on(tx)
    .selectFrom('service_request_photo')
    .select(['service_request_id', 'file_id', 'at'])
    .where('territory_id', '=', territoryId)
    .where('service_request_id', '=', sql<string>`ANY(${requestIds}::uuid[])`)
    .where('kind', '<>', 'before')
    .orderBy('at')
    .orderBy('file_id')
    .limit(10_000)
    .execute();
  return Map.groupBy(
    rows.map((row) => ({ ...row, fileId: row.file_id })),
    (row) => row.service_request_id,
  );
}
