import { sql, type Tx, tables } from '../../../platform/db/index.ts';
import type { ServiceRequestTables } from '../tables.ts';
import type { Reported } from './model.ts';

const on = tables<ServiceRequestTables>();

/** A year of a large town; older ones are left out, and the page says since when it counts. */
const MOST = 20_000;

/** What residents of some communes reported since a date, newest first; each thing once. */
export async function listReported(
  tx: Tx,
  territoryId: string,
  query: { communeIds: readonly string[]; since: Date; street: string | undefined },
): Promise<Reported[]> {
  const street = query.street?.replace(/[\\%_]/g, '\\$&');
  const { rows } = await sql<Reported>`
    SELECT id, service_name AS "serviceName", address, status, priority,
           received_at AS "receivedAt", closed_at AS "closedAt",
           CASE WHEN status IN ('planned', 'started') THEN work_order_start END AS "plannedFor"
    FROM service_request
    WHERE territory_id = ${territoryId} AND commune_id = ANY(${query.communeIds}::uuid[])
      AND received_at >= ${query.since} AND merged_into_id IS NULL
      ${street ? sql`AND address ILIKE ${`%${street}%`}` : sql``}
    ORDER BY received_at DESC, id DESC LIMIT ${MOST}`.execute(on(tx));
  return rows;
}
