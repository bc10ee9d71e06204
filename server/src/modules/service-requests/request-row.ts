import { fromPoint, pointText } from '../../platform/db/index.ts';
import type { ServiceRequest } from './service-request.ts';
import type { RequestRow as Row } from './tables.ts';

/** Everything of a request but its search index, which only PostgreSQL reads. */
export const COLUMNS = [
  'id',
  'code',
  'external_reference',
  'service_code',
  'service_name',
  'service_group',
  'description',
  'answers',
  'language',
  'channel',
  'is_public',
  'point',
  'address',
  'commune_id',
  'commune_name',
  'organization_id',
  'former_organization_ids',
  'assignment',
  'assignment_reason',
  'hops',
  'contested',
  'orienting_organization_id',
  'concerned_organization_ids',
  'status',
  'severity',
  'urgency',
  'priority',
  'exposure',
  'exposure_facts',
  'contact_name',
  'contact_email',
  'contact_phone',
  'contact_postal_address',
  'contact_preference',
  'work_order_id',
  'work_order_number',
  'work_order_status',
  'work_order_crew',
  'work_order_start',
  'work_order_heard_at',
  'photo_count',
  'received_at',
  'updated_at',
  'closed_at',
  'due_at',
  'merged_into_id',
  'duplicates_count',
  'waiting_since',
  'reopened_count',
  'disputed_at',
  'wrote_at',
  'evidence',
  'version',
] as const satisfies (keyof Row)[];

type StoredRow = Pick<Row, (typeof COLUMNS)[number]>;

export function handOverColumns({ handOver }: ServiceRequest) {
  return {
    hops: handOver.hops,
    contested: handOver.contested,
    orienting_organization_id: handOver.orientingOrganizationId,
    concerned_organization_ids: handOver.concernedOrganizationIds,
  };
}

/** Used by every query that reads the columns of the hand-over. */
export function handOverFromRow(
  row: Pick<Row, 'hops' | 'contested' | 'orienting_organization_id' | 'concerned_organization_ids'>,
): ServiceRequest['handOver'] {
  return {
    hops: row.hops,
    contested: row.contested,
    orientingOrganizationId: row.orienting_organization_id,
    concernedOrganizationIds: row.concerned_organization_ids,
  };
}

export function workOrderColumns({ workOrder }: ServiceRequest) {
  return {
    work_order_id: workOrder?.id ?? null,
    work_order_number: workOrder?.number ?? null,
    work_order_status: workOrder?.status ?? null,
    work_order_crew: workOrder?.crewName ?? null,
    work_order_start: workOrder?.scheduledStart ?? null,
    work_order_heard_at: workOrder?.heardAt ?? null,
  };
}

export function voiceColumns(request: ServiceRequest) {
  return {
    waiting_since: request.waitingSince,
    reopened_count: request.reopenedCount,
    disputed_at: request.disputedAt,
    wrote_at: request.wroteAt,
    evidence: request.evidence,
  };
}

export function toRow(request: ServiceRequest) {
  return {
    id: request.id,
    code: request.code,
    external_reference: request.externalReference,
    service_code: request.serviceCode,
    service_name: request.serviceName,
    service_group: request.serviceGroup,
    description: request.description,
    answers: request.answers,
    language: request.language,
    channel: request.channel,
    is_public: request.isPublic ?? false,
    point: pointText(request.point),
    address: request.address,
    commune_id: request.communeId,
    commune_name: request.communeName,
    organization_id: request.organizationId,
    former_organization_ids: request.formerOrganizationIds,
    assignment: request.assignment,
    assignment_reason: request.assignmentReason,
    ...handOverColumns(request),
    status: request.status,
    severity: request.severity,
    urgency: request.urgency,
    priority: request.priority,
    exposure: request.exposure,
    exposure_facts: request.exposureFacts,
    contact_name: request.contact.name,
    contact_email: request.contact.email,
    contact_phone: request.contact.phone,
    contact_postal_address: request.contact.postalAddress,
    contact_preference: request.contact.preference,
    ...workOrderColumns(request),
    photo_count: request.photoCount,
    received_at: request.receivedAt,
    updated_at: request.updatedAt,
    closed_at: request.closedAt,
    due_at: request.dueAt,
    merged_into_id: request.mergedIntoId,
    duplicates_count: request.duplicatesCount,
    ...voiceColumns(request),
    version: request.version,
  };
}

export function fromRow(row: StoredRow): ServiceRequest {
  return {
    id: row.id,
    code: row.code,
    externalReference: row.external_reference,
    serviceCode: row.service_code,
    serviceName: row.service_name,
    serviceGroup: row.service_group,
    description: row.description,
    answers: row.answers,
    language: row.language,
    channel: row.channel,
    isPublic: row.is_public,
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
    contact: {
      name: row.contact_name,
      email: row.contact_email,
      phone: row.contact_phone,
      postalAddress: row.contact_postal_address,
      preference: row.contact_preference,
    },
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

/** Used by every query that reads the columns of the work order. */
export function workOrderFromRow(
  row: Pick<
    Row,
    | 'work_order_id'
    | 'work_order_number'
    | 'work_order_status'
    | 'work_order_crew'
    | 'work_order_start'
    | 'work_order_heard_at'
  >,
): ServiceRequest['workOrder'] {
  if (row.work_order_id === null) return null;
  return {
    id: row.work_order_id,
    number: row.work_order_number ?? '',
    status: row.work_order_status ?? '',
    crewName: row.work_order_crew ?? '',
    scheduledStart: row.work_order_start as Date,
    heardAt: row.work_order_heard_at as Date,
  };
}
