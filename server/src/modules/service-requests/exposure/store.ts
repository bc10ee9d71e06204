import { sql, type Tx, tables } from '../../../platform/db/index.ts';
import { cellsOf, type PriorityGrid } from '../priority.ts';
import type { ServiceRequestTables } from '../tables.ts';

const on = tables<ServiceRequestTables>();

/** Gives every open request the priority that the grid says. @returns how many changed */
export async function reprioritizeOpen(
  tx: Tx,
  territoryId: string,
  grid: PriorityGrid,
): Promise<number> {
  const cells = cellsOf(grid);
  const { numAffectedRows } = await sql`
    UPDATE service_request AS request SET priority = cell.priority
    FROM json_to_recordset(${JSON.stringify(cells)}::json)
      AS cell(severity smallint, urgency smallint, exposure smallint, priority smallint)
    WHERE request.territory_id = ${territoryId} AND request.closed_at IS NULL
      AND cell.severity = request.severity AND cell.urgency = request.urgency
      AND cell.exposure = request.exposure AND cell.priority <> request.priority`.execute(on(tx));
  return Number(numAffectedRows ?? 0n);
}
