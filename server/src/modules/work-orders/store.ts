import {
  fromPoint,
  insertRows,
  point,
  pointText,
  sql,
  type Tx,
  tables,
} from '../../platform/db/index.ts';
import type { Status } from './model.ts';
import type { WorkOrderTables } from './tables.ts';
import type { WorkOrder } from './work-order.ts';

const on = tables<WorkOrderTables>();

/** Takes the next numbers of the year: waits for whoever is taking one at this moment. */
export async function takeNumbers(
  tx: Tx,
  territoryId: string,
  year: number,
  count = 1,
): Promise<number> {
  const { last } = await on(tx)
    .insertInto('work_order_number')
    .values({ territory_id: territoryId, year, last: count })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'year']).doUpdateSet((set) => ({
        last: set('work_order_number.last', '+', set.ref('excluded.last')),
      })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last - count + 1;
}

export async function insertWorkOrder(
  tx: Tx,
  territoryId: string,
  order: WorkOrder,
): Promise<void> {
  await on(tx).insertInto('work_order').values(toRow(territoryId, order)).execute();
}

/** Writes the order's new state; the caller holds its lock from {@link lockWorkOrder}. */
export async function updateWorkOrder(
  tx: Tx,
  territoryId: string,
  order: WorkOrder,
): Promise<void> {
  const { territory_id, id, number, created_at, ...changes } = toRow(territoryId, order);
  await on(tx)
    .updateTable('work_order')
    .set(changes)
    .where('territory_id', '=', territory_id)
    .where('id', '=', id)
    .execute();
}

/** Reads an order for change: two phones that act at once do so one after the other. */
export async function lockWorkOrder(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<WorkOrder | undefined> {
  const row = await byId(tx, territoryId, id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export async function findWorkOrder(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<WorkOrder | undefined> {
  const row = await byId(tx, territoryId, id).executeTakeFirst();
  return row && fromRow(row);
}

const byId = (tx: Tx, territoryId: string, id: string) =>
  on(tx)
    .selectFrom('work_order')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id);

/** The order that is to answer a request, planned or under way. */
export async function findActiveOrder(
  tx: Tx,
  territoryId: string,
  serviceRequestId: string,
): Promise<WorkOrder | undefined> {
  const row = await on(tx)
    .selectFrom('work_order')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('service_request_id', '=', serviceRequestId)
    .where('status', 'in', ['planned', 'started'])
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Whose orders a reader may see: all of some organizations, and those of some crews. */
interface Reach {
  organizationIds: string[];
  crewIds: string[];
}

export interface ListFilter {
  reach: Reach;
  crewId?: string | undefined;
  serviceRequestId?: string | undefined;
  statuses?: Status[] | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  order: 'asc' | 'desc';
  /** Place of the last order already given. */
  after?: { scheduledStart: Date; id: string } | undefined;
  limit: number;
}

/** Orders by their scheduled start. */
export async function listWorkOrders(
  tx: Tx,
  territoryId: string,
  filter: ListFilter,
): Promise<WorkOrder[]> {
  const { reach, after, order } = filter;
  const rows = await on(tx)
    .selectFrom('work_order')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where((where) =>
      where.or([
        where('organization_id', '=', sql<string>`any(${reach.organizationIds}::uuid[])`),
        where('crew_id', '=', sql<string>`any(${reach.crewIds}::uuid[])`),
      ]),
    )
    .$if(filter.crewId !== undefined, (q) => q.where('crew_id', '=', filter.crewId ?? ''))
    .$if(filter.serviceRequestId !== undefined, (q) =>
      q.where('service_request_id', '=', filter.serviceRequestId ?? ''),
    )
    .$if(filter.statuses !== undefined, (q) => q.where('status', 'in', filter.statuses ?? []))
    .$if(filter.from !== undefined, (q) => q.where('scheduled_start', '>=', filter.from as Date))
    .$if(filter.to !== undefined, (q) => q.where('scheduled_start', '<', filter.to as Date))
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(scheduled_start, id) ${sql.raw(order === 'asc' ? '>' : '<')} (${after?.scheduledStart}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('scheduled_start', order)
    .orderBy('id', order)
    .limit(filter.limit)
    .execute();
  return rows.map(fromRow);
}

/**
 * A crew's day: what is scheduled in it, and what still waits from before `overdueBefore`.
 *
 * @returns the overdue first, then by scheduled start
 */
export async function listCrewDay(
  tx: Tx,
  territoryId: string,
  crewId: string,
  day: { from: Date; to: Date; overdueBefore: Date | null },
  limit: number,
): Promise<WorkOrder[]> {
  const rows = await on(tx)
    .selectFrom('work_order')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('crew_id', '=', crewId)
    .where('status', '!=', 'cancelled')
    .where((where) =>
      where.or([
        where.and([
          where('scheduled_start', '>=', day.from),
          where('scheduled_start', '<', day.to),
        ]),
        where.and([
          where('scheduled_start', '<', sql<Date>`${day.overdueBefore}::timestamptz`),
          where('status', 'in', ['planned', 'started']),
        ]),
      ]),
    )
    .orderBy('scheduled_start')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** Orders in bulk, whatever their number. */
export async function insertWorkOrders(
  tx: Tx,
  territoryId: string,
  orders: readonly WorkOrder[],
): Promise<void> {
  if (orders.length === 0) return;
  const rows = orders.map((order) => ({
    ...toRow(territoryId, order),
    point: pointText(order.point),
  }));
  await insertRows('work_order', rows).execute(on(tx));
}

function toRow(territoryId: string, order: WorkOrder) {
  return {
    territory_id: territoryId,
    id: order.id,
    number: order.number,
    organization_id: order.organizationId,
    crew_id: order.crewId,
    service_request_id: order.serviceRequestId,
    title: order.title,
    instructions: order.instructions,
    status: order.status,
    point: order.point && point(order.point),
    address: order.address,
    commune_name: order.communeName,
    severity: order.severity,
    urgency: order.urgency,
    scheduled_start: order.scheduledStart,
    estimated_minutes: order.estimatedMinutes,
    started_at: order.startedAt,
    ended_at: order.endedAt,
    outcome: order.outcome,
    failure_reason: order.failureReason,
    minutes_spent: order.minutesSpent,
    created_at: order.createdAt,
    updated_at: order.updatedAt,
    version: order.version,
  };
}

type Row = Awaited<ReturnType<ReturnType<typeof byId>['executeTakeFirstOrThrow']>>;

function fromRow(row: Row): WorkOrder {
  return {
    id: row.id,
    number: row.number,
    organizationId: row.organization_id,
    crewId: row.crew_id,
    serviceRequestId: row.service_request_id,
    title: row.title,
    instructions: row.instructions,
    status: row.status,
    point: row.point && fromPoint(row.point),
    address: row.address,
    communeName: row.commune_name,
    severity: row.severity,
    urgency: row.urgency,
    scheduledStart: row.scheduled_start,
    estimatedMinutes: row.estimated_minutes,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
    failureReason: row.failure_reason,
    minutesSpent: row.minutes_spent,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  };
}
