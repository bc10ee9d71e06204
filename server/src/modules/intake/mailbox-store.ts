import { type Tx, tables } from '../../platform/db/index.ts';
import type { IntakeTables } from './tables.ts';

const on = tables<IntakeTables>();

/** How far a mailbox has been read. */
export interface Cursor {
  uidValidity: number;
  lastUid: number;
}

export async function readCursor(
  tx: Tx,
  territoryId: string,
  mailbox: string,
): Promise<Cursor | undefined> {
  const row = await on(tx)
    .selectFrom('mailbox_cursor')
    .select(['uid_validity', 'last_uid'])
    .where('territory_id', '=', territoryId)
    .where('mailbox', '=', mailbox)
    .executeTakeFirst();
  return row && { uidValidity: row.uid_validity, lastUid: row.last_uid };
}

export async function moveCursor(
  tx: Tx,
  territoryId: string,
  mailbox: string,
  { uidValidity, lastUid }: Cursor,
  at: Date,
): Promise<void> {
  const moved = { uid_validity: uidValidity, last_uid: lastUid, moved_at: at };
  await on(tx)
    .insertInto('mailbox_cursor')
    .values({ territory_id: territoryId, mailbox, ...moved })
    .onConflict((conflict) => conflict.columns(['territory_id', 'mailbox']).doUpdateSet(moved))
    .execute();
}
