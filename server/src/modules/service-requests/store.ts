import type { RawBuilder, Selectable } from 'kysely';
import {
  fromPoint,
  insertRows,
  jsonb,
  keepPlan,
  point,
  pointText,
  sql,
  type Tx,
  tables,
} from '../../platform/db/index.ts';
import type { PhotoKind } from './model.ts';
import type { Photo, ServiceRequest } from './service-request.ts';
import type { ServiceRequestTables } from './tables.ts';

const on = tables<ServiceRequestTables>();

type Row = Selectable<ServiceRequestTables['service_request']>;

/** Everything of a request but its search index, which only PostgreSQL reads. */
const COLUMNS = [
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

/** A request with the territory in which it lives. */
export interface Placed<T> {
  territoryId: string;
  value: T;
}

/**
 * Inserts new requests, of any territories.
 *
 * @returns ids of those that were inserted: one whose external reference is known already is not
 */
export async function insertRequests(
  tx: Tx,
  requests: readonly Placed<ServiceRequest>[],
): Promise<Set<string>> {
  if (requests.length === 0) return new Set();
  const { rows } = await insertRows<{ id: string }>(
    'service_request',
    requests.map(({ territoryId, value }) => ({ territory_id: territoryId, ...toRow(value) })),
    sql`ON CONFLICT (territory_id, external_reference) WHERE external_reference IS NOT NULL
        DO NOTHING RETURNING id`,
  ).execute(on(tx));
  return new Set(rows.map(({ id }) => id));
}

/** Attaches photos; one that is attached already stays as it is. */
export async function insertPhotos(
  tx: Tx,
  photos: readonly (Placed<Photo> & { requestId: string })[],
): Promise<void> {
  if (photos.length === 0) return;
  await insertRows(
    'service_request_photo',
    photos.map(({ territoryId, requestId, value }) => ({
      territory_id: territoryId,
      service_request_id: requestId,
      file_id: value.fileId,
      kind: value.kind,
      at: value.at,
    })),
    sql`ON CONFLICT DO NOTHING`,
  ).execute(on(tx));
}

/** Adds words to the vocabulary that mends misspelt searches. */
export async function insertWords(
  tx: Tx,
  words: readonly { territoryId: string; word: string }[],
): Promise<void> {
  if (words.length === 0) return;
  const rows = words.map(({ territoryId, word }) => ({ territory_id: territoryId, word }));
  // In one order everywhere, so that two transactions with the same words never wait on each other.
  rows.sort((a, b) => (a.territory_id + a.word < b.territory_id + b.word ? -1 : 1));
  await insertRows('service_request_word', rows, sql`ON CONFLICT DO NOTHING`).execute(on(tx));
}

export async function findRequest(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<ServiceRequest | undefined> {
  const row = await one(tx, territoryId).where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function findRequests(
  tx: Tx,
  territoryId: string,
  ids: readonly string[],
): Promise<ServiceRequest[]> {
  if (ids.length === 0) return [];
  const rows = await one(tx, territoryId)
    .where('id', '=', sql<string>`ANY(${ids}::uuid[])`)
    .execute();
  return rows.map(fromRow);
}

/**
 * Requests that meet every condition, newest first.
 *
 * @param order - `newest`: by what, reception unless said; `offset`: how many to pass over
 */
export async function findRequestsWhere(
  tx: Tx,
  territoryId: string,
  conditions: readonly RawBuilder<unknown>[],
  limit: number,
  {
    newest = sql.ref('received_at'),
    offset = 0,
  }: { newest?: RawBuilder<unknown>; offset?: number } = {},
): Promise<ServiceRequest[]> {
  let query = one(tx, territoryId);
  for (const condition of conditions) query = query.where(condition as RawBuilder<boolean>);
  const rows = await query
    .orderBy(newest, 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(fromRow);
}

export async function findByCode(
  tx: Tx,
  territoryId: string,
  code: string,
): Promise<ServiceRequest | undefined> {
  const row = await one(tx, territoryId)
    .where('code', '=', code)
    .modifyEnd(keepPlan)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Reads a request for change: two people who act at once do so one after the other. */
export async function lockRequest(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<ServiceRequest | undefined> {
  const row = await one(tx, territoryId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/** Writes the request's new state; the caller holds its lock from {@link lockRequest}. */
export async function updateRequest(
  tx: Tx,
  territoryId: string,
  request: ServiceRequest,
): Promise<void> {
  await on(tx)
    .updateTable('service_request')
    .set({
      service_code: request.serviceCode,
      service_name: request.serviceName,
      service_group: request.serviceGroup,
      answers: jsonb(request.answers),
      point: request.point && point(request.point),
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
      exposure_facts: jsonb(request.exposureFacts),
      ...workOrderColumns(request),
      photo_count: request.photoCount,
      updated_at: request.updatedAt,
      closed_at: request.closedAt,
      due_at: request.dueAt,
      merged_into_id: request.mergedIntoId,
      duplicates_count: request.duplicatesCount,
      ...voiceColumns(request),
      version: request.version,
    })
    .where('territory_id', '=', territoryId)
    .where('id', '=', request.id)
    .execute();
  if (request.duplicatesCount > 0) await touchMembers(tx, territoryId, request);
}

/** What is joined to a request moves with it: who reads by date or by version sees it changed. */
async function touchMembers(tx: Tx, territoryId: string, leader: ServiceRequest): Promise<void> {
  await on(tx)
    .updateTable('service_request')
    .set({ updated_at: leader.updatedAt, version: sql<number>`version + 1` })
    .where('territory_id', '=', territoryId)
    .where('merged_into_id', '=', leader.id)
    .execute();
}

/** Photos of requests, oldest first. */
export async function photosOf(
  tx: Tx,
  territoryId: string,
  requestIds: readonly string[],
): Promise<(Photo & { requestId: string })[]> {
  if (requestIds.length === 0) return [];
  const rows = await on(tx)
    .selectFrom('service_request_photo')
    .select(['service_request_id', 'file_id', 'kind', 'at'])
    .where('territory_id', '=', territoryId)
    .where('service_request_id', '=', sql<string>`ANY(${requestIds}::uuid[])`)
    .orderBy('at')
    .orderBy('file_id')
    .limit(1_000)
    .modifyEnd(keepPlan)
    .execute();
  return rows.map((row) => ({
    requestId: row.service_request_id,
    fileId: row.file_id,
    kind: row.kind as PhotoKind,
    at: row.at,
  }));
}

/** Ids of the requests that came from elsewhere, by their reference there. */
export async function idsByReference(
  tx: Tx,
  territoryId: string,
  references: readonly string[],
): Promise<Map<string, string>> {
  const rows = await on(tx)
    .selectFrom('service_request')
    .select(['external_reference', 'id'])
    .where('territory_id', '=', territoryId)
    .where('external_reference', '=', sql<string>`ANY(${references}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.external_reference as string, row.id]));
}

const one = (tx: Tx, territoryId: string) =>
  on(tx).selectFrom('service_request').select(COLUMNS).where('territory_id', '=', territoryId);

type StoredRow = Pick<Row, (typeof COLUMNS)[number]>;

function handOverColumns({ handOver }: ServiceRequest) {
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

function workOrderColumns({ workOrder }: ServiceRequest) {
  return {
    work_order_id: workOrder?.id ?? null,
    work_order_number: workOrder?.number ?? null,
    work_order_status: workOrder?.status ?? null,
    work_order_crew: workOrder?.crewName ?? null,
    work_order_start: workOrder?.scheduledStart ?? null,
    work_order_heard_at: workOrder?.heardAt ?? null,
  };
}

function voiceColumns(request: ServiceRequest) {
  return {
    waiting_since: request.waitingSince,
    reopened_count: request.reopenedCount,
    disputed_at: request.disputedAt,
    wrote_at: request.wroteAt,
    evidence: request.evidence,
  };
}

function toRow(request: ServiceRequest) {
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

function fromRow(row: StoredRow): ServiceRequest {
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
