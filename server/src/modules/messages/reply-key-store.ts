import { type Tx, tables } from '../../platform/db/index.ts';
import type { MessageTables } from './tables.ts';

const on = tables<MessageTables>();

/** The territory's key; the given one becomes it when there is none yet. */
export async function replyKeyOf(
  tx: Tx,
  territoryId: string,
  fresh: string,
  at: Date,
): Promise<string> {
  await on(tx)
    .insertInto('reply_key')
    .values({ territory_id: territoryId, secret: fresh, created_at: at })
    .onConflict((conflict) => conflict.column('territory_id').doNothing())
    .execute();
  const { secret } = await on(tx)
    .selectFrom('reply_key')
    .select('secret')
    .where('territory_id', '=', territoryId)
    .executeTakeFirstOrThrow();
  return secret;
}
