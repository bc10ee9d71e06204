import { type Tx, tables } from '../db/index.ts';
import type { FileTables } from './tables.ts';

const on = tables<FileTables>();

export type FileRow = FileTables['file'];

export async function insertFile(tx: Tx, row: FileRow): Promise<void> {
  await on(tx).insertInto('file').values(row).execute();
}

export function findFile(tx: Tx, territoryId: string, id: string): Promise<FileRow | undefined> {
  return on(tx)
    .selectFrom('file')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Marks files as referred to. @returns how many of them exist */
export async function claimFiles(
  tx: Tx,
  territoryId: string,
  ids: string[],
  at: Date,
): Promise<number> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('file')
    .set({ attached_at: at })
    .where('territory_id', '=', territoryId)
    .where('id', 'in', ids)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Removes rows that nothing claimed since. @returns what they pointed to */
export function removeUnclaimed(tx: Tx, before: Date): Promise<FileRow[]> {
  return on(tx)
    .deleteFrom('file')
    .where('attached_at', 'is', null)
    .where('created_at', '<', before)
    .returningAll()
    .execute();
}

/** Whether another row, of any territory, still needs the content. */
export async function isContentUsed(tx: Tx, sha256: string): Promise<boolean> {
  const row = await on(tx)
    .selectFrom('file')
    .select('id')
    .where((where) => where.or([where('sha256', '=', sha256), where('thumb_sha256', '=', sha256)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Unties files: the next tidying removes them, and their bytes when nothing else has the same. */
export async function releaseFiles(tx: Tx, territoryId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await on(tx)
    .updateTable('file')
    .set({ attached_at: null })
    .where('territory_id', '=', territoryId)
    .where('id', 'in', ids)
    .execute();
}
