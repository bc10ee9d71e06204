import { jsonb, sql, type Tx, tables } from '../../../platform/db/index.ts';
import { ownItems, type Sought, type Subject } from '../../../platform/personal-data/index.ts';
import type { HandOverTables } from '../hand-over/tables.ts';
import type { PublicCopyTables } from '../public-copy/tables.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequestsWhere } from '../store.ts';
import type { ServiceRequestTables } from '../tables.ts';

const on = tables<ServiceRequestTables & PublicCopyTables & HandOverTables>();

/** Nobody has reported more under one address; a program that did asks again. */
const MOST = 5_000;

/** Every request that this person reported, joined ones too; of those, the chosen ones. */
export async function requestsOf(
  tx: Tx,
  territoryId: string,
  subject: Subject,
): Promise<ServiceRequest[]> {
  const { emails, phones, requestIds } = subject;
  // One query an index each: an OR of them would read none.
  const found = await Promise.all([
    emails.length > 0
      ? findRequestsWhere(
          tx,
          territoryId,
          [sql`lower(contact_email) = ANY(${emails}::text[])`],
          MOST,
        )
      : [],
    phones.length > 0
      ? findRequestsWhere(tx, territoryId, [sql`contact_phone = ANY(${phones}::text[])`], MOST)
      : [],
    requestIds.length > 0
      ? findRequestsWhere(tx, territoryId, [sql`id = ANY(${requestIds}::uuid[])`], MOST)
      : [],
  ]);
  const all = new Map(found.flat().map((request) => [request.id, request]));
  return ownItems(subject, [...all.values()]);
}

/** Requests whose reporter is called or reached so, the latest first. */
export function requestsAbout(
  tx: Tx,
  territoryId: string,
  { words, digits }: Sought,
  limit: number,
): Promise<ServiceRequest[]> {
  return findRequestsWhere(
    tx,
    territoryId,
    [
      sql`(strpos(app.fold(contact_name), app.fold(${words})) > 0
        OR strpos(lower(contact_email), lower(${words})) > 0
        OR strpos(contact_phone, ${digits}::text) > 0)`,
    ],
    limit,
  );
}

/** Closed requests that have served their time, the oldest first in the index. */
export function requestsToAnonymise(
  tx: Tx,
  territoryId: string,
  before: Date,
  limit: number,
): Promise<ServiceRequest[]> {
  return findRequestsWhere(
    tx,
    territoryId,
    [sql`closed_at < ${before}`, sql`anonymised_at IS NULL`],
    limit,
  );
}

/** Photos that the resident gave, by request. */
export async function photosByResident(tx: Tx, territoryId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return on(tx)
    .selectFrom('service_request_photo')
    .select(['service_request_id as requestId', 'file_id as fileId', 'at'])
    .where('territory_id', '=', territoryId)
    .where('service_request_id', 'in', ids)
    .where('kind', '=', 'resident')
    .execute();
}

export async function ratingsOf(tx: Tx, territoryId: string, ids: string[]) {
  if (ids.length === 0) return [];
  return on(tx)
    .selectFrom('service_request_rating')
    .select(['service_request_id as requestId', 'score', 'comment', 'at'])
    .where('territory_id', '=', territoryId)
    .where('service_request_id', 'in', ids)
    .execute();
}

/** Writes a request as nobody's: what it says is what stays of its words. */
export async function anonymiseRequest(
  tx: Tx,
  territoryId: string,
  id: string,
  description: string,
  at: Date,
): Promise<void> {
  await on(tx)
    .updateTable('service_request')
    .set({
      description,
      answers: jsonb({}),
      contact_name: null,
      contact_email: null,
      contact_phone: null,
      contact_postal_address: null,
      contact_preference: null,
      anonymised_at: at,
      // Whoever read it before must not write back what they read.
      version: sql<number>`version + 1`,
    })
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .execute();
}

/** Forgets what the resident gave beside the request itself, and what the public read of it. */
export async function forgetBeside(tx: Tx, territoryId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await on(tx)
    .deleteFrom('service_request_photo')
    .where('territory_id', '=', territoryId)
    .where('service_request_id', 'in', ids)
    .where('kind', '=', 'resident')
    .execute();
  await on(tx)
    .deleteFrom('service_request_media')
    .where('territory_id', '=', territoryId)
    .where('service_request_id', 'in', ids)
    .execute();
  await on(tx)
    .updateTable('service_request_rating')
    .set({ comment: null })
    .where('territory_id', '=', territoryId)
    .where('service_request_id', 'in', ids)
    .execute();
  await on(tx)
    .updateTable('public_copy')
    .set({
      text: '',
      masked: [],
      text_state: 'hidden',
      photos_waiting: false,
      shown_photo_ids: [],
      hidden_photo_ids: [],
      flagged_photo_ids: [],
    })
    .where('territory_id', '=', territoryId)
    .where('service_request_id', 'in', ids)
    .execute();
  await sql`
    UPDATE service_request AS request
       SET photo_count = (SELECT count(*) FROM service_request_photo AS photo
                           WHERE photo.territory_id = request.territory_id
                             AND photo.service_request_id = request.id)
     WHERE territory_id = ${territoryId} AND id = ANY(${ids}::uuid[])`.execute(on(tx));
}

/** Takes a person's name out of the vocabulary that mends searches. */
export async function forgetWords(tx: Tx, territoryId: string, words: string[]): Promise<void> {
  if (words.length === 0) return;
  await on(tx)
    .deleteFrom('service_request_word')
    .where('territory_id', '=', territoryId)
    .where('word', 'in', words)
    .execute();
}

/** Takes out of what organizations wrote when they refused whatever tells who reported. */
export async function maskRefusals(
  tx: Tx,
  territoryId: string,
  ids: string[],
  mask: (note: string) => string,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await on(tx)
    .selectFrom('service_request_refusal')
    .select(['id', 'note'])
    .where('territory_id', '=', territoryId)
    .where('service_request_id', 'in', ids)
    .where('note', '<>', '')
    .execute();
  for (const { id, note } of rows) {
    const masked = mask(note);
    if (masked === note) continue;
    await on(tx)
      .updateTable('service_request_refusal')
      .set({ note: masked })
      .where('territory_id', '=', territoryId)
      .where('id', '=', id)
      .execute();
  }
}
