import { sql } from 'kysely';
import pg from 'pg';

const MARK = '/* keep plan */';

/**
 * Ends a statement that is asked all day long in the same words: PostgreSQL then keeps its plan for
 * as long as the connection lives, and need not read and plan it each time (half of the time of a
 * read by key). Not for a statement whose best plan depends on its values, nor for `SELECT *`: a
 * column added while we run would break it.
 *
 * @example
 * ```ts
 * on(tx).selectFrom('photo').select(['id']).where('territory_id', '=', id).modifyEnd(keepPlan)
 * ```
 * @see {@link https://www.postgresql.org/docs/current/sql-prepare.html}
 */
export const keepPlan = sql.raw(MARK);

/** Names by text, the same on every connection. The texts are those of our stores: few. */
const names = new Map<string, string>();

/** A connection that sends marked statements by name. */
export class PlanKeepingClient extends pg.Client {
  // One signature stands for the driver's eleven: what is not marked passes as it came.
  override query(first: unknown, values?: unknown, ...more: unknown[]): never {
    const query = super.query as (...args: unknown[]) => never;
    if (typeof first !== 'string' || !first.endsWith(MARK)) {
      return query.call(this, first, values, ...more);
    }
    let name = names.get(first);
    if (name === undefined) {
      name = `kept_${names.size}`;
      names.set(first, name);
    }
    return query.call(this, { name, text: first, values }, ...more);
  }
}
