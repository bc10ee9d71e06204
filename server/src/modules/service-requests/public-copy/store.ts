import { insertRows, jsonb, sql, type Tx, tables } from '../../../platform/db/index.ts';
import type { PublicCopy, PublicSetting } from './model.ts';
import type { PublicCopyTables } from './tables.ts';

const on = tables<PublicCopyTables>();
type Row = PublicCopyTables['public_copy'];

/** Adds copies; one that exists stays as it is. */
export async function insertCopies(
  tx: Tx,
  territoryId: string,
  copies: readonly PublicCopy[],
): Promise<void> {
  if (copies.length === 0) return;
  await insertRows(
    'public_copy',
    copies.map((copy) => toRow(territoryId, copy)),
    sql`ON CONFLICT DO NOTHING`,
  ).execute(on(tx));
}

/** Writes a copy as it is now. */
export async function saveCopy(tx: Tx, territoryId: string, copy: PublicCopy): Promise<void> {
  const row = toRow(territoryId, copy);
  const { territory_id: _, service_request_id: __, ...changed } = row;
  await on(tx)
    .insertInto('public_copy')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'service_request_id']).doUpdateSet(changed),
    )
    .execute();
}

export async function findCopies(
  tx: Tx,
  territoryId: string,
  requestIds: readonly string[],
): Promise<Map<string, PublicCopy>> {
  if (requestIds.length === 0) return new Map();
  const rows = await on(tx)
    .selectFrom('public_copy')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('service_request_id', '=', sql<string>`ANY(${requestIds}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.service_request_id, fromRow(row)]));
}

/** Reads a copy for change. */
export async function lockCopy(
  tx: Tx,
  territoryId: string,
  requestId: string,
): Promise<PublicCopy | undefined> {
  const row = await on(tx)
    .selectFrom('public_copy')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('service_request_id', '=', requestId)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

/** Of which requests something waits to be read, and since when: the longest waiting first. */
export async function listToRead(
  tx: Tx,
  territoryId: string,
  query: {
    organizationIds: readonly string[];
    unassigned: boolean;
    text: boolean;
    photos: boolean;
    after: { since: Date; id: string } | undefined;
    limit: number;
  },
): Promise<{ id: string; since: Date }[]> {
  const { after } = query;
  const { rows } = await sql<{ id: string; since: Date }>`
    SELECT copy.service_request_id AS id, copy.since
    FROM public_copy AS copy
    JOIN service_request AS request
      ON request.territory_id = copy.territory_id AND request.id = copy.service_request_id
    WHERE copy.territory_id = ${territoryId}
      AND (copy.text_state IN ('waiting', 'flagged') OR copy.photos_waiting OR copy.flagged_photo_ids <> '{}')
      AND (copy.text_state = 'flagged' OR copy.flagged_photo_ids <> '{}'
        OR (${query.text} AND copy.text_state = 'waiting') OR (${query.photos} AND copy.photos_waiting))
      AND (request.organization_id = ANY(${query.organizationIds}::uuid[])
        OR (${query.unassigned} AND request.organization_id IS NULL))
      ${after ? sql`AND (copy.since, copy.service_request_id) > (${after.since}, ${after.id}::uuid)` : sql``}
    ORDER BY copy.since, copy.service_request_id
    LIMIT ${query.limit}`.execute(on(tx));
  return rows;
}

export async function findSetting(tx: Tx, territoryId: string): Promise<PublicSetting | undefined> {
  const row = await on(tx)
    .selectFrom('public_copy_setting')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .executeTakeFirst();
  return (
    row && {
      textPolicy: row.text_policy,
      photoPolicy: row.photo_policy,
      daysAfterClosing: row.days_after_closing,
      services: row.services,
      version: row.version,
    }
  );
}

/** Writes the setting when it is still at the version before; tells whether it was. */
export async function saveSetting(
  tx: Tx,
  territoryId: string,
  setting: PublicSetting,
): Promise<boolean> {
  const values = {
    text_policy: setting.textPolicy,
    photo_policy: setting.photoPolicy,
    days_after_closing: setting.daysAfterClosing,
    services: jsonb(setting.services),
    version: setting.version,
  };
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('public_copy_setting')
    .values({ territory_id: territoryId, ...values })
    .onConflict((conflict) =>
      conflict
        .column('territory_id')
        .doUpdateSet(values)
        .where('public_copy_setting.version', '=', setting.version - 1),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

function toRow(territoryId: string, copy: PublicCopy): Row {
  return {
    territory_id: territoryId,
    service_request_id: copy.requestId,
    text: copy.text,
    masked: copy.masked,
    text_state: copy.textState,
    kept: copy.kept,
    photos_waiting: copy.photosWaiting,
    shown_photo_ids: copy.shownPhotoIds,
    hidden_photo_ids: copy.hiddenPhotoIds,
    flagged_photo_ids: copy.flaggedPhotoIds,
    since: copy.since,
  };
}

function fromRow(row: Row): PublicCopy {
  return {
    requestId: row.service_request_id,
    text: row.text,
    masked: row.masked,
    textState: row.text_state,
    kept: row.kept,
    photosWaiting: row.photos_waiting,
    shownPhotoIds: row.shown_photo_ids,
    hiddenPhotoIds: row.hidden_photo_ids,
    flaggedPhotoIds: row.flagged_photo_ids,
    since: row.since,
  };
}
