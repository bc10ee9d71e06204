import { fromPoint, sql, type Tx, tables } from '../../../platform/db/index.ts';
import type { BoundingBox, Point } from '../../../platform/geo/index.ts';
import type { Grade, Status } from '../model.ts';
import type { ServiceRequestTables } from '../tables.ts';
import type { Filters, Reach } from './asked.ts';
import { all, anyBranch, conditionsOf } from './conditions-store.ts';
import type { ListedRow } from './listed-store.ts';

const on = tables<ServiceRequestTables>();

/** A dot on the map. */
export interface Dot {
  id: string;
  point: Point;
  serviceCode: string;
  serviceName: string;
  status: Status;
  priority: Grade;
  receivedAt: Date;
}

/** Requests of one cell of the map, drawn as one mark. */
export interface Cluster {
  /** Their middle. */
  point: Point;
  count: number;
  /** The most pressing of them. */
  priority: Grade;
}

/** @param limit - dots at most, newest first */
export async function listDots(
  tx: Tx,
  territoryId: string,
  reach: Reach,
  filters: Filters & { box: BoundingBox },
  limit: number,
): Promise<Dot[]> {
  const { rows } = await sql<ListedRow>`
    SELECT id, point, service_code, service_name, status, priority, received_at
    FROM service_request
    WHERE ${all([...conditionsOf(territoryId, filters), anyBranch(reach)])}
    ORDER BY received_at DESC LIMIT ${limit}`.execute(on(tx));
  return rows.map((row) => ({
    id: row.id,
    point: fromPoint(row.point as { x: number; y: number }),
    serviceCode: row.service_code,
    serviceName: row.service_name,
    status: row.status,
    priority: row.priority,
    receivedAt: row.received_at,
  }));
}

/** A map of more marks than this says nothing more; the query stops there. */
const COUNTED = 50_000;

/** @param cell - width of a cell in degrees of longitude */
export async function listClusters(
  tx: Tx,
  territoryId: string,
  reach: Reach,
  filters: Filters & { box: BoundingBox },
  cell: number,
): Promise<Cluster[]> {
  const { rows } = await sql<{ long: number; lat: number; count: number; priority: Grade }>`
    SELECT avg(point[0]) AS long, avg(point[1]) AS lat, count(*) AS count, min(priority) AS priority
    FROM (SELECT point, priority FROM service_request
          WHERE ${all([...conditionsOf(territoryId, filters), anyBranch(reach)])}
          LIMIT ${COUNTED}) AS inside
    GROUP BY floor(point[0] / ${cell}::float8), floor(point[1] / ${cell * FLATTENING}::float8)`.execute(
    on(tx),
  );
  return rows.map(({ long, lat, count, priority }) => ({ point: { lat, long }, count, priority }));
}

/** Degrees of latitude that look as wide as one of longitude at French latitudes (cos 46°). */
const FLATTENING = 0.7;
