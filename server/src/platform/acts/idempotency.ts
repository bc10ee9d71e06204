import { jsonb, type Tx, tables } from '../db/index.ts';
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
  const identity = {
    territory_id: act.territoryId,
    actor: nameOf(act.actor),
    key: act.idempotency.key,
  };
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
    const earlier = await on(tx)
      .selectFrom('idempotency_key')
      .select(['fingerprint', 'result'])
      .where(...matching('territory_id'))
      .where(...matching('actor'))
      .where(...matching('key'))
      .executeTakeFirstOrThrow();
    if (earlier.fingerprint !== act.idempotency.fingerprint) {
      throw commonProblems.idempotencyKeyReused();
    }
    return earlier.result as T;
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

/** Forgets the answers given before `before`; a client does not retry for days. */
export async function forgetAnswers(tx: Tx, territoryId: string, before: Date): Promise<void> {
  await on(tx)
    .deleteFrom('idempotency_key')
    .where('territory_id', '=', territoryId)
    .where('created_at', '<', before)
    .execute();
}

function nameOf(actor: Actor): string {
  return `${actor.kind}:${actor.id ?? ''}`;
}
