import { jsonb, sql, type Tx, tables } from '../../../platform/db/index.ts';
import { cellsOf, type PriorityGrid } from '../priority.ts';
import type { ServiceRequestTables } from '../tables.ts';
import { USUAL_WEIGHTS, type Weights } from './weights.ts';

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

export interface WeightsSetting {
  weights: Weights;
  /** Of the whole rule of priority, the grid with it. */
  version: number;
}

/** What weighs in a territory's exposure, its own decision or the usual one. */
export async function readWeights(tx: Tx, territoryId: string): Promise<WeightsSetting> {
  const row = await on(tx)
    .selectFrom('priority_setting')
    .select(['weights', 'version'])
    .where('territory_id', '=', territoryId)
    .executeTakeFirst();
  return row ?? { weights: USUAL_WEIGHTS, version: 0 };
}

/** @returns false when somebody else saved another version meanwhile */
export async function saveWeights(
  tx: Tx,
  territoryId: string,
  { weights, version }: WeightsSetting,
): Promise<boolean> {
  const values = { weights: jsonb(weights), version };
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('priority_setting')
    .values({ territory_id: territoryId, ...values })
    .onConflict((conflict) =>
      conflict
        .column('territory_id')
        .doUpdateSet(values)
        .where('priority_setting.version', '=', version - 1),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Open requests that lead or stand alone, by id, after one of them. */
export async function openRequestIds(
  tx: Tx,
  territoryId: string,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('service_request')
    .select('id')
    .where('territory_id', '=', territoryId)
    .where('closed_at', 'is', null)
    .$if(after !== undefined, (query) => query.where('id', '>', after as string))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
