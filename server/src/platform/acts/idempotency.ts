import { insertRows, jsonb, sql, type Tx, tables } from '../db/index.ts';
import { commonProblems } from '../problem/index.ts';
import type { Act, Actor } from './act.ts';
import type { ActTables } from './tables.ts';

const on = tables<ActTables>();

/**
 * Runs `work` once per idempotency key, and gives the stored answer to every repetition.
 *
 * The key is written first in the act's own transaction: a second request with the same key waits
 * on the row until the first commits, so a double click cannot act twice.
 *
 * @throws Problem `idempotency-key-reused` (422) when the key came before with other words
 * @see {@link https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/}
 */
export async function once<T>(tx: Tx, act: Act, work: () => Promise<T>): Promise<T> {
  if (!act.idempotency) return work();
  const identity = identify(act, act.idempotency.key);
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('idempotency_key')
    .values({
      ...identity,
      fingerprint: act.idempotency.fingerprint,
      result: null,
      created_at: act.at,
    })
    .onConflict((conflict) => conflict.columns(['territory_id', 'actor', 'key']).doNothing())
    .executeTakeFirst();
  const matching = (column: keyof typeof identity) => [column, '=', identity[column]] as const;
  if (numInsertedOrUpdatedRows === 0n) {
    const earlier = await earlierAnswer<T>(tx, identity, act.idempotency.fingerprint);
    if ('refused' in earlier) throw earlier.refused;
    return earlier.answer;
  }
  const result = await work();
  await on(tx)
    .updateTable('idempotency_key')
    .set({ result: jsonb(result ?? null) })
    .where(...matching('territory_id'))
    .where(...matching('actor'))
    .where(...matching('key'))
    .execute();
  return result;
}

/** What became of one act among several: done now, done before, or refused. */
export type Once<T> = { answer: T; earlier: boolean } | { refused: Error };

/**
 * {@link once} for many acts in one transaction, whose answers are known before their work.
 *
 * The caller then does the work of those that are neither `earlier` nor `refused`.
 */
export async function onceTogether<T>(
  tx: Tx,
  proposed: readonly { act: Act; answer: T }[],
): Promise<Once<T>[]> {
  const keyed = proposed.filter(({ act }) => act.idempotency !== undefined);
  if (keyed.length === 0) return proposed.map(({ answer }) => ({ answer, earlier: false }));
  const rows = keyed.map(({ act, answer }) => ({
    territory_id: act.territoryId,
    actor: nameOf(act.actor),
    key: act.idempotency?.key,
    fingerprint: act.idempotency?.fingerprint,
    result: answer,
    created_at: act.at,
  }));
  // In one order everywhere, so that two transactions with the same keys never wait on each other.
  rows.sort((a, b) => (identityOf(a) < identityOf(b) ? -1 : 1));
  const inserted = await insertRows<Identity>(
    'idempotency_key',
    rows,
    sql`ON CONFLICT (territory_id, actor, key) DO NOTHING RETURNING territory_id, actor, key`,
  ).execute(on(tx));
  const isNew = new Set(inserted.rows.map(identityOf));
  const outcomes: Once<T>[] = [];
  for (const { act, answer } of proposed) {
    if (!act.idempotency) {
      outcomes.push({ answer, earlier: false });
      continue;
    }
    const identity = identify(act, act.idempotency.key);
    // The second of two alike in one group is no longer new.
    if (isNew.delete(identityOf(identity))) outcomes.push({ answer, earlier: false });
    else outcomes.push(await earlierAnswer<T>(tx, identity, act.idempotency.fingerprint));
  }
  return outcomes;
}

interface Identity {
  territory_id: string;
  actor: string;
  key: string | undefined;
}

const identityOf = ({ territory_id, actor, key }: Identity) => `${territory_id} ${actor} ${key}`;

async function earlierAnswer<T>(
  tx: Tx,
  identity: Identity & { key: string },
  fingerprint: string,
): Promise<Once<T>> {
  const earlier = await on(tx)
    .selectFrom('idempotency_key')
    .select(['fingerprint', 'result'])
    .where('territory_id', '=', identity.territory_id)
    .where('actor', '=', identity.actor)
    .where('key', '=', identity.key)
    .executeTakeFirstOrThrow();
  return earlier.fingerprint === fingerprint
    ? { answer: earlier.result as T, earlier: true }
    : { refused: commonProblems.idempotencyKeyReused() };
}

/** Forgets the answers given before `before`; a client does not retry for days. */
export async function forgetAnswers(tx: Tx, before: Date): Promise<void> {
  await on(tx).deleteFrom('idempotency_key').where('created_at', '<', before).execute();
}

function identify({ territoryId, actor }: Act, key: string) {
  return { territory_id: territoryId, actor: nameOf(actor), key };
}

function nameOf(actor: Actor): string {
  return `${actor.kind}:${actor.id ?? ''}`;
}
