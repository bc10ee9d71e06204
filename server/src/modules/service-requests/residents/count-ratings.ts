import { sql, type Tx, tables } from '../../../platform/db/index.ts';
import type { ServiceRequestTables } from '../tables.ts';

const on = tables<ServiceRequestTables>();

/** What those who follow a request answered to the question of satisfaction; nobody, no words. */
export interface RatingCounts {
  ratings: number;
  satisfied: number;
  unsatisfied: number;
  comments: number;
}

/** By request; those that nobody judged are absent. */
export async function countRatings(
  tx: Tx,
  territoryId: string,
  requestIds: readonly string[],
): Promise<Map<string, RatingCounts>> {
  const { rows } = await sql<RatingCounts & { id: string }>`
    SELECT service_request_id AS id, count(*) AS ratings,
      count(*) FILTER (WHERE score = 3) AS satisfied,
      count(*) FILTER (WHERE score = 1) AS unsatisfied,
      count(comment) AS comments
    FROM service_request_rating
    WHERE territory_id = ${territoryId} AND service_request_id = ANY(${requestIds}::uuid[])
    GROUP BY service_request_id`.execute(on(tx));
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
