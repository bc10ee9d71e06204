import { insertRows, jsonb, sql, type Tx, tables } from '../../db/index.ts';
import { type EventRow, fromRow } from '../row.ts';
import type { LoggedEvent, Seal } from './digest.ts';
import type { Fault } from './fault.ts';
import type { SealTables } from './tables.ts';

const on = tables<SealTables>();

export type KeptSeal = Seal & { hash: string };
export type Leaf = Omit<SealTables['event_leaf'], 'territory_id' | 'seal'>;

/** Territories where something waits for a seal. */
export async function territoriesToSeal(tx: Tx): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('event')
    .select('territory_id')
    .distinct()
    .where('seal', 'is', null)
    .execute();
  return rows.map(({ territory_id }) => territory_id);
}

/** Territories whose log can be read again. */
export async function territoriesWithSeals(tx: Tx): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('event_seal')
    .select('territory_id')
    .where('number', '=', 1)
    .execute();
  return rows.map(({ territory_id }) => territory_id);
}

/** Events that no seal covers, in the order of their ids; nobody else changes them meanwhile. */
export async function lockUnsealed(
  tx: Tx,
  territoryId: string,
  limit: number,
): Promise<LoggedEvent[]> {
  const rows = await on(tx)
    .selectFrom('event')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('seal', 'is', null)
    // Somebody may have taken the number off: that is for the next reading to tell, not for us.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('event_leaf')
            .select('event_id')
            .where('event_leaf.territory_id', '=', territoryId)
            .whereRef('event_leaf.event_id', '=', 'event.id'),
        ),
      ),
    )
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute();
  return rows.map(logged);
}

export async function countUnsealed(tx: Tx, territoryId: string): Promise<number> {
  const { count } = await on(tx)
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('territory_id', '=', territoryId)
    .where('seal', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

export async function lastSeal(tx: Tx, territoryId: string): Promise<KeptSeal | undefined> {
  const row = await on(tx)
    .selectFrom('event_seal')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && sealOf(row);
}

/** Seals after this number, in order. */
export async function sealsAfter(
  tx: Tx,
  territoryId: string,
  number: number,
  limit: number,
): Promise<KeptSeal[]> {
  const rows = await on(tx)
    .selectFrom('event_seal')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(sealOf);
}

/** Adds a link and says which events it covers. */
export async function appendSeal(tx: Tx, seal: KeptSeal, leaves: readonly Leaf[]): Promise<void> {
  const { territoryId: territory_id, ...rest } = seal;
  await on(tx)
    .insertInto('event_seal')
    .values({ territory_id, ...rest })
    .execute();
  const rows = leaves.map((leaf) => ({ territory_id, seal: seal.number, ...leaf }));
  await insertRows('event_leaf', rows).execute(on(tx));
  await on(tx)
    .updateTable('event')
    .set({ seal: seal.number })
    .where('territory_id', '=', territory_id)
    .where('id', '=', sql<string>`ANY(${leaves.map(({ event_id }) => event_id)}::uuid[])`)
    .execute();
}

/** What a seal was made of, in order, each with the event as it is now. */
export async function leavesOf(
  tx: Tx,
  territoryId: string,
  number: number,
): Promise<{ leaf: Leaf; event: LoggedEvent | undefined }[]> {
  // One statement: an erasure under way is seen wholly or not at all.
  const { rows } = await sql<Leaf & Parameters<typeof logged>[0] & { id: string | null }>`
    SELECT event.*, leaf.event_id, leaf.hash, leaf.words, leaf.salt, leaf.redacted_by
      FROM event_leaf AS leaf
      LEFT JOIN event ON event.territory_id = leaf.territory_id AND event.id = leaf.event_id
     WHERE leaf.territory_id = ${territoryId} AND leaf.seal = ${number}
     ORDER BY leaf.event_id`.execute(on(tx));
  return rows.map((row) => ({ leaf: row, event: row.id === null ? undefined : logged(row) }));
}

/** Events with everything that is kept of them. */
export async function eventsById(
  tx: Tx,
  territoryId: string,
  ids: readonly string[],
): Promise<Map<string, LoggedEvent>> {
  const rows = await on(tx)
    .selectFrom('event')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .where('id', '=', sql<string>`ANY(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, logged(row)]));
}

/** Events that say that they are sealed and that no seal was made of. */
export async function eventsWithoutLeaf(
  tx: Tx,
  territoryId: string,
  limit: number,
): Promise<{ id: string; seal: number; at: Date }[]> {
  const { rows } = await sql<{ id: string; seal: number; at: Date }>`
    SELECT event.id, event.seal, event.at FROM event
      LEFT JOIN event_leaf AS leaf
        ON leaf.territory_id = event.territory_id AND leaf.event_id = event.id
     WHERE event.territory_id = ${territoryId} AND event.seal IS NOT NULL AND leaf.event_id IS NULL
     ORDER BY event.id LIMIT ${limit}`.execute(on(tx));
  return rows;
}

/** Forgets the salt of the words that were sealed, for that of the words that remain. */
export async function saltAnew(
  tx: Tx,
  territoryId: string,
  leaf: { eventId: string; salt: string; redactedBy: string },
): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('event_leaf')
    .set({ salt: leaf.salt, redacted_by: leaf.redactedBy })
    .where('territory_id', '=', territoryId)
    .where('event_id', '=', leaf.eventId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export interface Audit {
  at: Date;
  /** The last seal that was read: its number and digest. */
  number: number;
  hash: string;
  events: number;
  sealedUntil: Date | null;
  faults: Fault[];
}

export async function lastAudit(tx: Tx, territoryId: string): Promise<Audit | undefined> {
  const row = await on(tx)
    .selectFrom('event_audit')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { territory_id, sealed_until, ...rest } = row;
  return { ...rest, sealedUntil: sealed_until };
}

export async function saveAudit(tx: Tx, territoryId: string, audit: Audit): Promise<void> {
  const { sealedUntil: sealed_until, faults, ...rest } = audit;
  const row = { ...rest, sealed_until, faults: jsonb(faults) };
  await on(tx)
    .insertInto('event_audit')
    .values({ territory_id: territoryId, ...row })
    .onConflict((conflict) => conflict.column('territory_id').doUpdateSet(row))
    .execute();
}

function sealOf({ territory_id, ...rest }: SealTables['event_seal']): KeptSeal {
  return { territoryId: territory_id, ...rest };
}

function logged(row: EventRow & { request_id: string; seal: number | null }): LoggedEvent {
  return { ...fromRow(row), requestId: row.request_id, seal: row.seal };
}
