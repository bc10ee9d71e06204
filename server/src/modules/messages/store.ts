import { sql, type Tx, tables } from '../../platform/db/index.ts';
import type { Message } from './message.ts';
import type { Channel } from './model.ts';
import type { MessageTables } from './tables.ts';

const on = tables<MessageTables>();

/** @returns false when this person was told of the event already */
export async function insertMessage(
  tx: Tx,
  territoryId: string,
  message: Message,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('message')
    .values({
      territory_id: territoryId,
      id: message.id,
      service_request_id: message.serviceRequestId,
      organization_id: message.organizationId,
      event_id: message.eventId,
      kind: message.kind,
      recipient_key: message.recipientKey,
      channel: message.channel,
      subject: message.subject,
      status: message.status,
      obstacle: message.obstacle,
      last_error: message.lastError,
      attempts: message.attempts,
      created_at: message.createdAt,
      sent_at: message.sentAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'event_id', 'kind', 'recipient_key']).doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findMessage(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<Message | undefined> {
  const row = await on(tx)
    .selectFrom('message')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** What became of the message; only what changes while it travels. */
export async function updateMessage(tx: Tx, territoryId: string, message: Message): Promise<void> {
  await on(tx)
    .updateTable('message')
    .set({
      status: message.status,
      obstacle: message.obstacle,
      last_error: message.lastError,
      attempts: message.attempts,
      sent_at: message.sentAt,
    })
    .where('territory_id', '=', territoryId)
    .where('id', '=', message.id)
    .execute();
}

/** What the resident of a request was written, oldest first. */
export async function messagesOf(
  tx: Tx,
  territoryId: string,
  serviceRequestId: string,
  page: { after?: string | undefined; limit: number },
): Promise<Message[]> {
  const { after } = page;
  const rows = await on(tx)
    .selectFrom('message')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('service_request_id', '=', serviceRequestId)
    .$if(after !== undefined, (query) => query.where('id', '>', after as string))
    .orderBy('id')
    .limit(page.limit)
    .execute();
  return rows.map(fromRow);
}

/** Messages that wait for what sends them, in every territory that this database hosts. */
export async function heldMessages(
  tx: Tx,
  channel: Channel,
  limit: number,
): Promise<{ territoryId: string; message: Message }[]> {
  const rows = await on(tx)
    .selectFrom('message')
    .selectAll()
    .where('status', '=', sql.lit('held'))
    .where('channel', '=', channel)
    .orderBy('territory_id')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ territoryId: row.territory_id, message: fromRow(row) }));
}

/** @returns whether the message was still held: of two processes, one releases it */
export async function releaseMessage(tx: Tx, territoryId: string, id: string): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('message')
    .set({ status: 'queued', obstacle: null })
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .where('status', '=', 'held')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

type Row = Awaited<ReturnType<typeof anyRow>>;
const anyRow = (tx: Tx) => on(tx).selectFrom('message').selectAll().executeTakeFirstOrThrow();

function fromRow(row: Row): Message {
  return {
    id: row.id,
    serviceRequestId: row.service_request_id,
    organizationId: row.organization_id,
    eventId: row.event_id,
    kind: row.kind,
    recipientKey: row.recipient_key,
    channel: row.channel,
    subject: row.subject,
    status: row.status,
    obstacle: row.obstacle,
    lastError: row.last_error,
    attempts: row.attempts,
    createdAt: row.created_at,
    sentAt: row.sent_at,
  };
}

/** Forgets what servers answered where it names one of these addresses. @returns how many */
export async function forgetErrorsNaming(
  tx: Tx,
  territoryId: string,
  needles: string[],
): Promise<number> {
  let forgotten = 0;
  for (const needle of needles) {
    const { numUpdatedRows } = await on(tx)
      .updateTable('message')
      .set({ last_error: null })
      .where('territory_id', '=', territoryId)
      .where(sql<boolean>`position(${needle} IN lower(last_error)) > 0`)
      .executeTakeFirst();
    forgotten += Number(numUpdatedRows);
  }
  return forgotten;
}
