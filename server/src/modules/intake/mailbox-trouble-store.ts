import { type Tx, tables } from '../../platform/db/index.ts';
import type { MailboxFault } from './imap/fault.ts';
import type { IntakeTables } from './tables.ts';

const on = tables<IntakeTables>();

/** A mailbox that cannot be read. */
export interface MailboxTrouble {
  mailbox: string;
  fault: MailboxFault;
  /** Of the first attempt that failed. */
  since: Date;
}

/** Notes that a mailbox cannot be read; that it could not already, keeps since when. */
export async function noteTrouble(
  tx: Tx,
  territoryId: string,
  { mailbox, fault, since }: MailboxTrouble,
): Promise<void> {
  await on(tx)
    .insertInto('mailbox_trouble')
    .values({ territory_id: territoryId, mailbox, fault, since })
    .onConflict((conflict) => conflict.columns(['territory_id', 'mailbox']).doUpdateSet({ fault }))
    .execute();
}

/** Notes that it is read again. */
export async function endTrouble(tx: Tx, territoryId: string, mailbox: string): Promise<void> {
  await on(tx)
    .deleteFrom('mailbox_trouble')
    .where('territory_id', '=', territoryId)
    .where('mailbox', '=', mailbox)
    .execute();
}

/** The troubles of a territory, the oldest first. */
export async function listTroubles(tx: Tx, territoryId: string): Promise<MailboxTrouble[]> {
  return on(tx)
    .selectFrom('mailbox_trouble')
    .select(['mailbox', 'fault', 'since'])
    .where('territory_id', '=', territoryId)
    .orderBy('since')
    .orderBy('mailbox')
    .execute();
}
