import { randomBytes } from 'node:crypto';
import { jsonb, type Tx, tables } from '../../platform/db/index.ts';
import type { PrivacyTables } from './tables.ts';

const on = tables<PrivacyTables>();

export interface PrivacySetting {
  /** Days by code of declaration, where they are not the declaration's own. */
  retention: Record<string, number>;
  salt: string;
  version: number;
}

/** The setting of a territory, made at its first reading. */
export async function readPrivacySetting(tx: Tx, territoryId: string): Promise<PrivacySetting> {
  await on(tx)
    .insertInto('privacy_setting')
    .values({
      territory_id: territoryId,
      retention: jsonb({}),
      salt: randomBytes(16).toString('hex'),
      version: 1,
    })
    .onConflict((conflict) => conflict.column('territory_id').doNothing())
    .execute();
  return on(tx)
    .selectFrom('privacy_setting')
    .select(['retention', 'salt', 'version'])
    .where('territory_id', '=', territoryId)
    .executeTakeFirstOrThrow();
}

/** @returns false when somebody else changed it meanwhile */
export async function saveRetention(
  tx: Tx,
  territoryId: string,
  retention: Record<string, number>,
  version: number,
): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('privacy_setting')
    .set({ retention: jsonb(retention), version: version + 1 })
    .where('territory_id', '=', territoryId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
