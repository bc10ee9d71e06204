import { sql, type Tx, tables } from '../../platform/db/index.ts';
import { RESIDENT_MARKS } from './resident-mark.ts';
import type { ServiceRequestTables } from './tables.ts';

const on = tables<ServiceRequestTables>();

/** Open requests that wait for a person, by what they wait for; one may be counted in several. */
export interface Queues {
  /** Somebody must say whose they are. */
  toOrient: number;
  /** Of those, the ones that each organization said is not theirs. */
  contested: number;
  awaited: number;
  disputed: number;
  wrote: number;
}

/** Each count reads the partial index of its queue, and nothing else. */
export async function countQueues(
  tx: Tx,
  territoryId: string,
  organizationIds: readonly string[],
  unassigned: boolean,
): Promise<Queues> {
  const reach = sql`territory_id = ${territoryId} AND merged_into_id IS NULL
    AND (organization_id = ANY(${organizationIds}::uuid[])
         OR (${unassigned}::boolean AND organization_id IS NULL))`;
  const marked = (mark: keyof typeof RESIDENT_MARKS) =>
    sql`(SELECT count(*) FROM service_request
         WHERE ${reach} AND ${sql.ref(RESIDENT_MARKS[mark])} IS NOT NULL)`;
  const { rows } = await sql<Queues>`
    SELECT count(*) AS "toOrient", count(*) FILTER (WHERE contested) AS contested,
      ${marked('awaited')} AS awaited, ${marked('disputed')} AS disputed,
      ${marked('wrote')} AS wrote
    FROM service_request
    WHERE ${reach} AND closed_at IS NULL AND assignment = 'unclear'`.execute(on(tx));
  return rows[0] as Queues;
}
