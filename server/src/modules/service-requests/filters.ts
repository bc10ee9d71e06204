import type { BoundingBox } from '../../platform/geo/index.ts';
import { commonProblems } from '../../platform/problem/index.ts';
import type { Filters } from './inbox/asked.ts';
import type { Assignment, Grade, Status } from './model.ts';
import type { ResidentMark } from './resident-mark.ts';

/** The filters of a query string, every one optional and checked by its schema already. */
export interface FilterQuery {
  status?: string | undefined;
  serviceCode?: string | undefined;
  serviceGroup?: string | undefined;
  communeId?: string | undefined;
  minSeverity?: number | undefined;
  bbox?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  workOrder?: boolean | undefined;
  assignment?: Assignment | undefined;
  due?: 'late' | 'soon' | undefined;
  resident?: ResidentMark | undefined;
}

/** What is due within this time is due soon. */
const SOON_MS = 48 * 3_600_000;

/** @throws Problem `validation` (400) when the box is not one on Earth */
export function readFilters(query: FilterQuery, now: Date): Filters {
  return {
    statuses: query.status?.split(',') as Status[] | undefined,
    serviceCode: query.serviceCode,
    serviceGroup: query.serviceGroup,
    communeId: query.communeId,
    minSeverity: query.minSeverity as Grade | undefined,
    box: query.bbox === undefined ? undefined : readBox(query.bbox),
    from: query.from === undefined ? undefined : new Date(query.from),
    to: query.to === undefined ? undefined : new Date(query.to),
    hasWorkOrder: query.workOrder,
    assignment: query.assignment,
    due: query.due && dueWithin(query.due, now),
    resident: query.resident,
  };
}

function dueWithin(due: 'late' | 'soon', now: Date): { from?: Date; to: Date } {
  if (due === 'late') return { to: now };
  return { from: now, to: new Date(now.getTime() + SOON_MS) };
}

/** `west,south,east,north`, the order of GeoJSON (RFC 7946 §5). */
export function readBox(bbox: string): BoundingBox {
  const [west, south, east, north] = bbox.split(',').map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const isOnEarth =
    west >= -180 && east <= 180 && south >= -90 && north <= 90 && west <= east && south <= north;
  if (isOnEarth) return { west, south, east, north };
  throw commonProblems.validation({
    errors: [{ pointer: 'query/bbox', detail: 'Attendu : ouest,sud,est,nord, en degrés.' }],
  });
}
