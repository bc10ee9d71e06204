import { jsonb, sql, type Tx, tables } from '../../platform/db/index.ts';
import { addressesOf, ownItems, type Subject } from '../../platform/personal-data/index.ts';
import type { IntakeTables } from './tables.ts';

const on = tables<IntakeTables>();

/**
 * Messages sent from these addresses or numbers, with everything that is kept of them; and those
 * without any, as letters are, that became these requests. Of those, the chosen ones.
 *
 * @param requestIds - the requests that this person reported
 */
export async function messagesFrom(
  tx: Tx,
  territoryId: string,
  subject: Subject,
  requestIds: readonly string[],
) {
  const addresses = addressesOf(subject);
  const messages = await on(tx)
    .selectFrom('inbound_message')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where(
      sql<boolean>`(lower(sender_address) = ANY(${addresses}::text[])
        OR (sender_address = '' AND (text <> '' OR raw_sha256 IS NOT NULL)
          AND service_request_id = ANY(${requestIds}::uuid[])))`,
    )
    .execute();
  return ownItems(subject, messages);
}

/** Messages whose sender is called or reached so, the latest first. */
export function messagesAbout(
  tx: Tx,
  territoryId: string,
  words: string,
  digits: string | null,
  limit: number,
) {
  return on(tx)
    .selectFrom('inbound_message')
    .select([
      'sender_name as name',
      'sender_address as address',
      'service_request_id as requestId',
      'received_at as at',
    ])
    .where('territory_id', '=', territoryId)
    .where(
      sql<boolean>`(strpos(app.fold(sender_name), app.fold(${words})) > 0
        OR strpos(lower(sender_address), lower(${words})) > 0
        OR strpos(sender_address, ${digits}::text) > 0)`,
    )
    .orderBy('received_at', 'desc')
    .limit(limit)
    .execute();
}

/** Messages that were dealt with, received before this, and not emptied yet. */
export function messagesToEmpty(tx: Tx, territoryId: string, before: Date, limit: number) {
  return on(tx)
    .selectFrom('inbound_message')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('kept_at', '<', before)
    .where('state', 'not in', ['received', 'waiting', 'held'])
    .where(sql<boolean>`(sender_address <> '' OR text <> '' OR raw_sha256 IS NOT NULL)`)
    .orderBy('kept_at')
    .limit(limit)
    .execute();
}

export function filesOfMessages(tx: Tx, territoryId: string, ids: string[]) {
  return on(tx)
    .selectFrom('inbound_attachment')
    .select(['name', 'sha256', 'file_id as fileId', 'inbound_message_id as messageId'])
    .where('territory_id', '=', territoryId)
    .where('inbound_message_id', 'in', ids)
    .execute();
}

/** Empties messages: that one came, whence, when and what it became stays. */
export async function emptyMessages(tx: Tx, territoryId: string, ids: string[]): Promise<void> {
  await on(tx)
    .deleteFrom('inbound_attachment')
    .where('territory_id', '=', territoryId)
    .where('inbound_message_id', 'in', ids)
    .execute();
  await on(tx)
    .updateTable('inbound_message')
    .set({
      sender_address: '',
      sender_name: '',
      subject: '',
      text: '',
      message_id: null,
      raw_sha256: null,
      origin: jsonb({}),
      left_out: [],
    })
    .where('territory_id', '=', territoryId)
    .where('id', 'in', ids)
    .execute();
}

/** Of these contents, those that no message of any territory has any more. */
export async function unusedContents(tx: Tx, contents: string[]): Promise<string[]> {
  const unused: string[] = [];
  for (const sha256 of new Set(contents)) {
    const { rows } = await sql<{ used: boolean }>`
      SELECT EXISTS (SELECT FROM inbound_message WHERE raw_sha256 = ${sha256})
          OR EXISTS (SELECT FROM inbound_attachment WHERE sha256 = ${sha256}) AS used`.execute(
      on(tx),
    );
    if (!rows[0]?.used) unused.push(sha256);
  }
  return unused;
}
