import { randomBytes } from 'node:crypto';
import { jsonb, type Tx, tables } from '../../platform/db/index.ts';
import type { PrivacyContact, PrivacyTables } from './tables.ts';

export type { PrivacyContact } from './tables.ts';

const on = tables<PrivacyTables>();

export interface PrivacySetting {
  /** Days by code of declaration, where they are not the declaration's own. */
  retention: Record<string, number>;
  salt: string;
  /** Null until somebody says it. */
  contact: PrivacyContact | null;
  version: number;
}

/** The setting of a territory, made at its first reading. */
export async function readPrivacySetting(tx: Tx, territoryId: string): Promise<PrivacySetting> {
  const known = await find(tx, territoryId);
  if (known) return known;
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
  return (await find(tx, territoryId)) as PrivacySetting;
}

function find(tx: Tx, territoryId: string): Promise<PrivacySetting | undefined> {
  return on(tx)
    .selectFrom('privacy_setting')
    .select(['retention', 'salt', 'contact', 'version'])
    .where('territory_id', '=', territoryId)
    .executeTakeFirst();
}

/** @returns false when somebody else changed it meanwhile */
export function saveRetention(
  tx: Tx,
  territoryId: string,
  retention: Record<string, number>,
  version: number,
): Promise<boolean> {
  return save(tx, territoryId, version, { retention: jsonb(retention) });
}

/** @returns false when somebody else changed it meanwhile */
export function saveContact(
  tx: Tx,
  territoryId: string,
  contact: PrivacyContact,
  version: number,
): Promise<boolean> {
  return save(tx, territoryId, version, { contact: jsonb(contact) });
}

async function save(
  tx: Tx,
  territoryId: string,
  version: number,
  change: { retention?: ReturnType<typeof jsonb>; contact?: ReturnType<typeof jsonb> },
): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('privacy_setting')
    .set({ ...change, version: version + 1 })
    .where('territory_id', '=', territoryId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
