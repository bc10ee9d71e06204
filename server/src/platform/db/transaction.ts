import type { Kysely } from 'kysely';

/**
 * Where statements run: inside a transaction, or on their own when read from {@link Db.read}.
 *
 * Opaque on purpose. A module reaches rows only through {@link tables}, which shows it its own
 * tables and nobody else's: naming another module's table is a compile error.
 */
export interface Tx {
  /**
   * Runs `effect` once the transaction has committed, and never if it rolled back.
   * Losing such an effect in a crash must be harmless: durable work is a job, not an effect.
   */
  afterCommit(effect: () => void): void;
}

/** The one implementation of {@link Tx}; private to the platform. */
export class Connection implements Tx {
  readonly kysely: Kysely<unknown>;
  readonly #effects: (() => void)[] = [];
  readonly #immediate: boolean;

  constructor(kysely: Kysely<unknown>, immediate: boolean) {
    this.kysely = kysely;
    this.#immediate = immediate;
  }

  afterCommit(effect: () => void): void {
    if (this.#immediate) effect();
    else this.#effects.push(effect);
  }

  /** Called by the database once the commit is acknowledged. */
  committed(): void {
    for (const effect of this.#effects) effect();
  }
}

/**
 * Gives a store its typed handle.
 *
 * @example
 * ```ts
 * const on = tables<WorkOrderTables>()
 * on(tx).selectFrom('work_order').selectAll()
 * ```
 */
export function tables<OwnTables>(): (tx: Tx) => Kysely<OwnTables> {
  return (tx) => {
    if (!(tx instanceof Connection)) throw new TypeError('A Tx is made by Db only');
    return tx.kysely as unknown as Kysely<OwnTables>;
  };
}
