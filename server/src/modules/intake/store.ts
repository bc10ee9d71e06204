import type { Selectable } from 'kysely';
import { insertRows, jsonb, sql, type Tx, tables } from '../../platform/db/index.ts';
import type { Inbound, InboundAttachment } from './inbound.ts';
import type { Source, State } from './model.ts';
import type { IntakeTables } from './tables.ts';

const on = tables<IntakeTables>();

/**
 * Keeps messages; one that its source gave already stays as it is.
 *
 * @returns ids of those that are new
 */
export async function insertInbound(
  tx: Tx,
  territoryId: string,
  messages: readonly Inbound[],
): Promise<Set<string>> {
  if (messages.length === 0) return new Set();
  const { rows } = await insertRows<{ id: string }>(
    'inbound_message',
    messages.map((message) => ({ territory_id: territoryId, ...toRow(message) })),
    sql`ON CONFLICT (territory_id, source, source_key) DO NOTHING RETURNING id`,
  ).execute(on(tx));
  return new Set(rows.map(({ id }) => id));
}

export async function findInbound(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<Inbound | undefined> {
  const row = await one(tx, territoryId).where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** Reads a message for change: a job and a person who decide at once do so one after the other. */
export async function lockInbound(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<Inbound | undefined> {
  const row = await one(tx, territoryId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export async function findBySourceKey(
  tx: Tx,
  territoryId: string,
  source: Source,
  sourceKey: string,
): Promise<Inbound | undefined> {
  const row = await one(tx, territoryId)
    .where('source', '=', source)
    .where('source_key', '=', sourceKey)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** The same, for change. */
export async function lockBySourceKey(
  tx: Tx,
  territoryId: string,
  source: Source,
  sourceKey: string,
): Promise<Inbound | undefined> {
  const row = await one(tx, territoryId)
    .where('source', '=', source)
    .where('source_key', '=', sourceKey)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Which of these keys of a source were kept. */
export async function keptKeys(
  tx: Tx,
  territoryId: string,
  source: Source,
  keys: readonly string[],
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await on(tx)
    .selectFrom('inbound_message')
    .select('source_key')
    .where('territory_id', '=', territoryId)
    .where('source', '=', source)
    .where('source_key', '=', sql<string>`ANY(${keys}::text[])`)
    .execute();
  return new Set(rows.map((row) => row.source_key));
}

/** Writes what reading made of a message; what came is never changed. */
export async function updateInbound(tx: Tx, territoryId: string, message: Inbound): Promise<void> {
  await on(tx)
    .updateTable('inbound_message')
    .set({
      state: message.state,
      reason: message.reason,
      sender_address: message.sender.address,
      sender_name: message.sender.name,
      subject: message.subject,
      text: message.text,
      message_id: message.messageId,
      origin: jsonb(message.origin),
      left_out: message.leftOut,
      service_request_id: message.serviceRequestId,
      mentioned_request_id: message.mentionedRequestId,
      read_at: message.readAt,
    })
    .where('territory_id', '=', territoryId)
    .where('id', '=', message.id)
    .execute();
}

/** Messages with this Message-ID, oldest first. */
export async function inboundByMessageId(
  tx: Tx,
  territoryId: string,
  messageIds: readonly string[],
): Promise<Inbound[]> {
  if (messageIds.length === 0) return [];
  const rows = await one(tx, territoryId)
    .where('message_id', '=', sql<string>`ANY(${messageIds}::text[])`)
    .orderBy('kept_at')
    .limit(100)
    .execute();
  return rows.map(fromRow);
}

/**
 * How much came lately beside this message: of its author, and as requests made from its source.
 *
 * A planner that has no statistics yet, as in a flood, would take the index of sources and read all
 * mails for each: `IS TRUE` keeps it from that.
 *
 * @param most - counting stops there: in a flood, ten thousand rows say no more
 */
export async function countSince(
  tx: Tx,
  territoryId: string,
  { id, source, sender }: Inbound,
  since: Date,
  most: { fromThem: number; fromAll: number },
): Promise<{ fromThem: number; fromAll: number }> {
  const { rows } = await sql<{ from_them: number; from_all: number }>`SELECT
    (SELECT count(*) FROM (SELECT FROM inbound_message
      WHERE territory_id = ${territoryId} AND sender_address = ${sender.address}
        AND kept_at > ${since} AND id <> ${id} AND (source = ${source}) IS TRUE AND state <> 'ignored'
      LIMIT ${most.fromThem}) AS theirs) AS from_them,
    (SELECT count(*) FROM (SELECT FROM inbound_message
      WHERE territory_id = ${territoryId} AND source = ${source} AND kept_at > ${since}
        AND state = 'request'
      LIMIT ${most.fromAll}) AS made) AS from_all`.execute(on(tx));
  return { fromThem: rows[0]?.from_them ?? 0, fromAll: rows[0]?.from_all ?? 0 };
}

/** The parts of a long SMS that have come. */
export async function partsOf(tx: Tx, territoryId: string, part: Inbound): Promise<Inbound[]> {
  const rows = await one(tx, territoryId)
    .where('source', '=', 'sms')
    .where('sender_address', '=', part.sender.address)
    .where(sql<boolean>`origin->'part'->>'reference' = ${part.origin.part?.reference ?? ''}`)
    .where('kept_at', '>', new Date(part.keptAt.getTime() - PART_WINDOW_MS))
    .orderBy('id')
    .limit(255)
    .forUpdate()
    .execute();
  return rows.map(fromRow);
}

/** A gateway numbers its long messages from 0 to 255 and begins again. */
const PART_WINDOW_MS = 60 * 60_000;

export interface Page {
  states?: readonly State[] | undefined;
  source?: Source | undefined;
  serviceRequestId?: string | undefined;
  before?: { keptAt: Date; id: string } | undefined;
  limit: number;
}

/** Newest first. */
export async function listInbound(tx: Tx, territoryId: string, page: Page): Promise<Inbound[]> {
  const { states, source, serviceRequestId, before, limit } = page;
  let query = one(tx, territoryId);
  if (states) query = query.where('state', '=', sql<State>`ANY(${states}::text[])`);
  if (source) query = query.where('source', '=', source);
  if (serviceRequestId) query = query.where('service_request_id', '=', serviceRequestId);
  if (before) {
    query = query.where(sql<boolean>`(kept_at, id) < (${before.keptAt}, ${before.id}::uuid)`);
  }
  const rows = await query.orderBy('kept_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(fromRow);
}

/** Adds files to a message. @param from - position of the first of them */
export async function insertAttachments(
  tx: Tx,
  territoryId: string,
  messageId: string,
  attachments: readonly InboundAttachment[],
  from = 0,
): Promise<void> {
  if (attachments.length === 0) return;
  await insertRows(
    'inbound_attachment',
    attachments.map((attachment, position) => ({
      territory_id: territoryId,
      id: attachment.id,
      inbound_message_id: messageId,
      position: from + position,
      name: attachment.name,
      type: attachment.type,
      bytes: attachment.bytes,
      sha256: attachment.sha256,
      file_id: attachment.fileId,
    })),
  ).execute(on(tx));
}

/** Files of messages, in their order. */
export async function attachmentsOf(
  tx: Tx,
  territoryId: string,
  messageIds: readonly string[],
): Promise<(InboundAttachment & { messageId: string })[]> {
  if (messageIds.length === 0) return [];
  const rows = await on(tx)
    .selectFrom('inbound_attachment')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('inbound_message_id', '=', sql<string>`ANY(${messageIds}::uuid[])`)
    .orderBy('position')
    .limit(5_000)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    messageId: row.inbound_message_id,
    name: row.name,
    type: row.type,
    bytes: row.bytes,
    sha256: row.sha256,
    fileId: row.file_id,
  }));
}

const one = (tx: Tx, territoryId: string) =>
  on(tx).selectFrom('inbound_message').selectAll().where('territory_id', '=', territoryId);

function toRow(message: Inbound) {
  return {
    id: message.id,
    source: message.source,
    source_key: message.sourceKey,
    raw_sha256: message.rawSha256,
    raw_bytes: message.rawBytes,
    truncated: message.truncated,
    state: message.state,
    reason: message.reason,
    sender_address: message.sender.address,
    sender_name: message.sender.name,
    subject: message.subject,
    text: message.text,
    message_id: message.messageId,
    origin: message.origin,
    left_out: message.leftOut,
    service_request_id: message.serviceRequestId,
    mentioned_request_id: message.mentionedRequestId,
    received_at: message.receivedAt,
    kept_at: message.keptAt,
    read_at: message.readAt,
  };
}

function fromRow(row: Selectable<IntakeTables['inbound_message']>): Inbound {
  return {
    id: row.id,
    source: row.source,
    sourceKey: row.source_key,
    rawSha256: row.raw_sha256,
    rawBytes: row.raw_bytes,
    truncated: row.truncated,
    state: row.state,
    reason: row.reason,
    sender: { address: row.sender_address, name: row.sender_name },
    subject: row.subject,
    text: row.text,
    messageId: row.message_id,
    origin: row.origin,
    leftOut: row.left_out,
    serviceRequestId: row.service_request_id,
    mentionedRequestId: row.mentioned_request_id,
    receivedAt: row.received_at,
    keptAt: row.kept_at,
    readAt: row.read_at,
  };
}
