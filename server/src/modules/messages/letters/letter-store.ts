import { sql, type Tx, tables } from '../../../platform/db/index.ts';
import type { Kind } from '../model.ts';
import type { MessageTables } from '../tables.ts';

const on = tables<MessageTables>();

/** A letter as a list shows it. */
export interface ListedLetter {
  id: string;
  serviceRequestId: string;
  kind: Kind;
  subject: string;
  status: 'to-print' | 'printed';
  createdAt: Date;
  printedAt: Date | null;
}

/** Letters of organizations: to be printed, oldest first; or printed, newest first. */
export async function listLetters(
  tx: Tx,
  territoryId: string,
  {
    organizationIds,
    status,
    after,
    limit,
  }: {
    organizationIds: readonly string[];
    status: ListedLetter['status'];
    after: string | undefined;
    limit: number;
  },
): Promise<ListedLetter[]> {
  const newest = status === 'printed';
  const rows = await on(tx)
    .selectFrom('message')
    .select(['id', 'service_request_id', 'kind', 'subject', 'status', 'created_at', 'sent_at'])
    .where('territory_id', '=', territoryId)
    .where('channel', '=', 'letter')
    .where('status', '=', status)
    .where('service_request_id', 'is not', null)
    .where(isOf(organizationIds))
    .$if(after !== undefined, (query) => query.where('id', newest ? '<' : '>', after as string))
    .orderBy('id', newest ? 'desc' : 'asc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    serviceRequestId: row.service_request_id as string,
    kind: row.kind,
    subject: row.subject,
    status: row.status as ListedLetter['status'],
    createdAt: row.created_at,
    printedAt: row.sent_at,
  }));
}

export async function countLetters(
  tx: Tx,
  territoryId: string,
  organizationIds: readonly string[],
): Promise<number> {
  const { count } = await on(tx)
    .selectFrom('message')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('territory_id', '=', territoryId)
    .where('channel', '=', 'letter')
    .where('status', '=', 'to-print')
    .where(isOf(organizationIds))
    .executeTakeFirstOrThrow();
  return count;
}

/** @returns whether it was still to be printed: of two people, one marks it */
export async function markPrinted(
  tx: Tx,
  territoryId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('message')
    .set({ status: 'printed', sent_at: at })
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .where('status', '=', 'to-print')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const isOf = (organizationIds: readonly string[]) =>
  sql<boolean>`organization_id = ANY(${organizationIds}::uuid[])`;
