import { type Tx, tables } from '../../platform/db/index.ts';
import { type QuietSetting, USUAL_QUIET_HOURS } from './quiet-hours.ts';
import type { MessageTables } from './tables.ts';

const on = tables<MessageTables>();

/** When the territory's telephones do not ring. */
export async function readQuietHours(tx: Tx, territoryId: string): Promise<QuietSetting> {
  const row = await on(tx)
    .selectFrom('message_setting')
    .select(['quiet_from', 'quiet_to', 'quiet_sundays', 'version'])
    .where('territory_id', '=', territoryId)
    .executeTakeFirst();
  return row
    ? {
        from: row.quiet_from,
        to: row.quiet_to,
        sundays: row.quiet_sundays,
        version: row.version,
      }
    : { ...USUAL_QUIET_HOURS, version: 0 };
}

/** Writes the setting when it is still at the version before; tells whether it was. */
export async function saveQuietHours(
  tx: Tx,
  territoryId: string,
  { from, to, sundays, version }: QuietSetting,
  at: Date,
): Promise<boolean> {
  const values = {
    quiet_from: from,
    quiet_to: to,
    quiet_sundays: sundays,
    version,
    updated_at: at,
  };
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('message_setting')
    .values({ territory_id: territoryId, ...values })
    .onConflict((conflict) =>
      conflict
        .column('territory_id')
        .doUpdateSet(values)
        .where('message_setting.version', '=', version - 1),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
