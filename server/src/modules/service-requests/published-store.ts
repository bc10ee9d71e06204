import { sql, type Tx } from '../../platform/db/index.ts';
import { UNSORTED } from './default-catalogue/unsorted.ts';
import type { RequestsQuery } from './open311/read-query.ts';
import type { ServiceRequest } from './service-request.ts';
import { findRequest, findRequestsWhere } from './store.ts';

/** What nobody has read yet has no service that another program could name. */
const SORTED = sql`service_code <> ${UNSORTED.code}`;

/** Requests for other programs, newest first. Named ones come whatever the other filters say. */
export function listPublished(
  tx: Tx,
  territoryId: string,
  { ids, serviceCodes, statuses, from, to }: RequestsQuery,
  limit: number,
): Promise<ServiceRequest[]> {
  if (ids) {
    return findRequestsWhere(tx, territoryId, [SORTED, sql`id = ANY(${ids}::uuid[])`], limit);
  }
  const conditions = [SORTED, sql`received_at >= ${from}`, sql`received_at <= ${to}`];
  if (serviceCodes) conditions.push(sql`service_code = ANY(${serviceCodes}::text[])`);
  if (statuses) conditions.push(sql`status = ANY(${statuses}::text[])`);
  return findRequestsWhere(tx, territoryId, conditions, limit);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function findPublished(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<ServiceRequest | undefined> {
  if (!UUID.test(id)) return undefined;
  const found = await findRequest(tx, territoryId, id);
  return found?.serviceCode === UNSORTED.code ? undefined : found;
}
