import type { RawBuilder } from 'kysely';
import {
  type Given,
  insertRows,
  jsonb,
  keepQuery,
  point,
  sql,
  type Tx,
  tables,
} from '../../platform/db/index.ts';
import type { PhotoKind } from './model.ts';
import {
  COLUMNS,
  fromRow,
  handOverColumns,
  toRow,
  voiceColumns,
  workOrderColumns,
} from './request-row.ts';
import type { Photo, ServiceRequest } from './service-request.ts';
import type { ServiceRequestTables } from './tables.ts';

const on = tables<ServiceRequestTables>();

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
  const [row] = await byCode(tx, { territoryId, code });
  return row && fromRow(row);
}

const byCode = keepQuery(
  on,
  (db, { territoryId, code }: Given<{ territoryId: string; code: string }>) =>
    db
      .selectFrom('service_request')
      .select(COLUMNS)
      .where('territory_id', '=', territoryId)
      .where('code', '=', code),
);

/** Reads a request for change: two people who act at once do so one after the other. */
export async function lockRequest(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<ServiceRequest | undefined> {
  const row = await one(tx, territoryId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

/**
 * Writes the request's new state; the caller holds its lock from {@link lockRequest}. What is joined
 * to it moves with it.
 */
export async function updateRequest(
  tx: Tx,
  territoryId: string,
  request: ServiceRequest,
): Promise<void> {
  await refreshRequest(tx, territoryId, request);
  if (request.duplicatesCount > 0) await touchMembers(tx, territoryId, request);
}

/**
 * Writes what follows from elsewhere (delays, exposure, number of photos): nobody decided anything,
 * so neither its version nor that of its members moves, and who is about to act is not sent back.
 */
export async function refreshRequest(
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
  const rows = await photos(tx, { territoryId, requestIds });
  return rows.map((row) => ({
    requestId: row.service_request_id,
    fileId: row.file_id,
    kind: row.kind as PhotoKind,
    at: row.at,
  }));
}

const photos = keepQuery(
  on,
  (
    db,
    { territoryId, requestIds }: Given<{ territoryId: string; requestIds: readonly string[] }>,
  ) =>
    db
      .selectFrom('service_request_photo')
      .select(['service_request_id', 'file_id', 'kind', 'at'])
      .where('territory_id', '=', territoryId)
      .where('service_request_id', '=', sql<string>`ANY(${requestIds}::uuid[])`)
      .orderBy('at')
      .orderBy('file_id')
      .limit(1_000),
);

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
