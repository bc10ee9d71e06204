import type { Selectable } from 'kysely';
import { fromPoint, sql } from '../../../platform/db/index.ts';
import { handOverFromRow, workOrderFromRow } from '../request-row.ts';
import type { ServiceRequest } from '../service-request.ts';
import type { ServiceRequestTables } from '../tables.ts';

/** What a list shows of a request: everything but the long texts and who reported it. */
export type Listed = Omit<
  ServiceRequest,
  'description' | 'answers' | 'contact' | 'language' | 'isPublic'
> & {
  excerpt: string;
};

/** A row of what lists show. */
export type ListedRow = Selectable<ServiceRequestTables['service_request']> & { excerpt: string };

/** The columns of {@link Listed}. */
export const LISTED = sql.raw(
  `id, code, external_reference, service_code, service_name, service_group, channel, point, address,
   commune_id, commune_name, organization_id, former_organization_ids, assignment,
   assignment_reason, hops, contested, orienting_organization_id, concerned_organization_ids,
   status, severity, urgency, priority, exposure, exposure_facts, work_order_id, work_order_number,
   work_order_status, work_order_crew, work_order_start, work_order_heard_at, photo_count,
   received_at, updated_at, closed_at, due_at, merged_into_id, duplicates_count, waiting_since,
   reopened_count, disputed_at, wrote_at, evidence, version, left(description, 160) AS excerpt`,
);

export function listedFromRow(row: ListedRow): Listed {
  return {
    id: row.id,
    code: row.code,
    externalReference: row.external_reference,
    serviceCode: row.service_code,
    serviceName: row.service_name,
    serviceGroup: row.service_group,
    excerpt: row.excerpt,
    channel: row.channel,
    point: row.point && fromPoint(row.point),
    address: row.address,
    communeId: row.commune_id,
    communeName: row.commune_name,
    organizationId: row.organization_id,
    formerOrganizationIds: row.former_organization_ids,
    assignment: row.assignment,
    assignmentReason: row.assignment_reason,
    handOver: handOverFromRow(row),
    status: row.status,
    severity: row.severity,
    urgency: row.urgency,
    priority: row.priority,
    exposure: row.exposure,
    exposureFacts: row.exposure_facts,
    workOrder: workOrderFromRow(row),
    photoCount: row.photo_count,
    receivedAt: row.received_at,
    updatedAt: row.updated_at,
    closedAt: row.closed_at,
    dueAt: row.due_at,
    mergedIntoId: row.merged_into_id,
    duplicatesCount: row.duplicates_count,
    waitingSince: row.waiting_since,
    reopenedCount: row.reopened_count,
    disputedAt: row.disputed_at,
    wroteAt: row.wrote_at,
    evidence: row.evidence,
    version: row.version,
  };
}
