import type { Db } from './database.ts';
import { gather } from './gather.ts';
import { isDatabaseAway } from './is-database-away.ts';
import type { Tx } from './transaction.ts';

/**
 * Writes the items that wait, in one transaction.
 *
 * @returns one outcome an item, in order; an `Error` refuses that item alone and does not undo the
 *   others, so nothing must have been written for it
 */
export type WriteTogether<Item, Result> = (
  tx: Tx,
  items: readonly Item[],
) => Promise<(Result | Error)[]>;

/**
 * Commits together what arrives together.
 *
 * A commit waits for the disk, so single-row commits are the limit of a database: some hundreds a
 * second. Here one transaction is under way at a time, and whatever arrives meanwhile makes up the
 * next. Each caller hears back only after the commit that holds its item.
 *
 * When a group fails because of what an item holds, each of its items is tried again alone: one
 * bad apple fails by itself. When the database itself fails, all of them fail.
 *
 * @see D. J. DeWitt et al., « Implementation techniques for main memory database systems »
 *   (SIGMOD 1984), §5.2: group commit
 */
export function groupCommits<Item, Result>(
  db: Pick<Db, 'transaction'>,
  write: WriteTogether<Item, Result>,
  largest?: number,
): (item: Item) => Promise<Result> {
  const commit = (items: readonly Item[]) => db.transaction((tx) => write(tx, items));

  /** Stops at the first fault that is not its item's own: what was committed before it is kept. */
  async function commitOneByOne(items: readonly Item[]): Promise<(Result | Error)[]> {
    const outcomes: (Result | Error)[] = [];
    let away: Error | undefined;
    for (const item of items) {
      if (away) {
        outcomes.push(away);
        continue;
      }
      try {
        outcomes.push((await commit([item]))[0] as Result | Error);
      } catch (fault) {
        outcomes.push(fault as Error);
        if (!mayBeOneItems(fault)) away = fault as Error;
      }
    }
    return outcomes;
  }

  return gather(async (items) => {
    try {
      return await commit(items);
    } catch (fault) {
      if (items.length === 1 || !mayBeOneItems(fault)) throw fault;
      return commitOneByOne(items);
    }
  }, largest);
}

/** A conflict with another transaction passes too, but it may be one item's alone. */
const CONFLICT = /^40/;

function mayBeOneItems(fault: unknown): boolean {
  return !isDatabaseAway(fault) || CONFLICT.test(String((fault as { code?: unknown }).code));
}
