import type { Selectable } from 'kysely';
import { insertRows, sql, type Tx, tables } from '../../../platform/db/index.ts';
import type { Point } from '../../../platform/geo/index.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findRequestsWhere, lockRequest } from '../store.ts';
import type { ServiceRequestTables } from '../tables.ts';
import { GROUP_LIMIT } from './group.ts';
import type { DuplicateRule } from './rules.ts';
import type { DuplicateTables } from './tables.ts';

const on = tables<ServiceRequestTables & DuplicateTables>();

/** The territory's own rules, by service code. */
export async function listOwnRules(
  tx: Tx,
  territoryId: string,
): Promise<Map<string, DuplicateRule>> {
  const rows = await on(tx)
    .selectFrom('duplicate_rule')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .execute();
  return new Map(rows.map((row) => [row.service_code, ruleFromRow(row)]));
}

/** How often the rules were changed; 0 as long as they are ours. */
export async function rulesVersion(tx: Tx, territoryId: string): Promise<number> {
  const row = await on(tx)
    .selectFrom('duplicate_rule_set')
    .select('version')
    .where('territory_id', '=', territoryId)
    .executeTakeFirst();
  return row?.version ?? 0;
}

/**
 * Counts a change of the rules, if nobody else changed them since the version that was seen.
 *
 * @returns whether it was the first
 */
export async function countRulesChange(
  tx: Tx,
  territoryId: string,
  seen: number,
): Promise<boolean> {
  await on(tx)
    .insertInto('duplicate_rule_set')
    .values({ territory_id: territoryId, version: 0 })
    .onConflict((conflict) => conflict.column('territory_id').doNothing())
    .execute();
  const row = await on(tx)
    .updateTable('duplicate_rule_set')
    .set({ version: seen + 1 })
    .where('territory_id', '=', territoryId)
    .where('version', '=', seen)
    .returning('version')
    .executeTakeFirst();
  return row !== undefined;
}

/** Makes the rules of the territory what is given; services without one follow ours. */
export async function replaceRules(
  tx: Tx,
  territoryId: string,
  rules: readonly (DuplicateRule & { serviceCode: string })[],
): Promise<void> {
  await on(tx).deleteFrom('duplicate_rule').where('territory_id', '=', territoryId).execute();
  if (rules.length === 0) return;
  await insertRows(
    'duplicate_rule',
    rules.map((rule) => ({
      territory_id: territoryId,
      service_code: rule.serviceCode,
      radius_metres: rule.radiusMetres,
      open_days: rule.openDays,
      past_days: rule.pastDays,
      confused_with: rule.confusedWith,
    })),
  ).execute(on(tx));
}

const JOINED_READ = 5_000;

/** What is joined to a request, oldest first. */
export async function membersOf(
  tx: Tx,
  territoryId: string,
  leaderId: string,
): Promise<ServiceRequest[]> {
  const found = await findRequestsWhere(
    tx,
    territoryId,
    [sql`merged_into_id = ${leaderId}`],
    GROUP_LIMIT,
  );
  return found.reverse();
}

/** All that is joined to any of some requests. */
export function joinedTo(
  tx: Tx,
  territoryId: string,
  leaderIds: readonly string[],
): Promise<ServiceRequest[]> {
  const isJoined = sql`merged_into_id = ANY(${leaderIds}::uuid[])`;
  return findRequestsWhere(tx, territoryId, [isJoined], JOINED_READ);
}

/**
 * Locks leaders one after the other, in the order of their ids, and stops at the first that was
 * joined meanwhile: nobody who holds a member waits for a leader, so that no two acts wait in a ring.
 *
 * @returns those that were locked; all of them but the last are leaders for sure
 */
export async function lockLeaders(
  tx: Tx,
  territoryId: string,
  ids: readonly string[],
): Promise<Map<string, ServiceRequest>> {
  const locked = new Map<string, ServiceRequest>();
  for (const id of [...new Set(ids)].sort()) {
    const request = await lockRequest(tx, territoryId, id);
    if (request) locked.set(id, request);
    if (request?.mergedIntoId) break;
  }
  return locked;
}

/** Gives all that is joined to one request to another leader. */
export async function moveMembers(
  tx: Tx,
  territoryId: string,
  move: { fromId: string; toId: string; at: Date },
): Promise<void> {
  await on(tx)
    .updateTable('service_request')
    .set({
      merged_into_id: move.toId,
      updated_at: move.at,
      version: sql<number>`version + 1`,
    })
    .where('territory_id', '=', territoryId)
    .where('merged_into_id', '=', move.fromId)
    .execute();
}

/** Where the leader of a group and its members are, as far as known. */
export async function placesOfGroup(
  tx: Tx,
  territoryId: string,
  leaderId: string,
): Promise<Point[]> {
  const { rows } = await sql<{ long: number; lat: number }>`
    SELECT point[0] AS long, point[1] AS lat FROM service_request
    WHERE territory_id = ${territoryId} AND (id = ${leaderId} OR merged_into_id = ${leaderId})
      AND point IS NOT NULL LIMIT ${GROUP_LIMIT}`.execute(on(tx));
  return rows;
}

function ruleFromRow(row: Selectable<DuplicateTables['duplicate_rule']>): DuplicateRule {
  return {
    radiusMetres: row.radius_metres,
    openDays: row.open_days,
    pastDays: row.past_days,
    confusedWith: row.confused_with,
  };
}
