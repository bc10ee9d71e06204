import type { Db } from './database.ts';
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

const LARGEST_GROUP = 200;

/**
 * Commits together what arrives together.
 *
 * A commit waits for the disk, so single-row commits are the limit of a database: some hundreds a
 * second. Here one transaction is under way at a time, and whatever arrives meanwhile makes up the
 * next. An item that arrives alone starts at once: grouping adds no delay to a quiet town. Each
 * caller hears back only after the commit that holds its item.
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
  largest = LARGEST_GROUP,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let busy = false;

  async function commit(group: Waiting<Item, Result>[]): Promise<void> {
    const outcomes = await db.transaction((tx) =>
      write(
        tx,
        group.map(({ item }) => item),
      ),
    );
    for (const [index, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[index] as Result | Error;
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    }
  }

  async function commitGroup(group: Waiting<Item, Result>[]): Promise<void> {
    try {
      await commit(group);
    } catch (fault) {
      if (group.length === 1 || !isOfAnItem(fault)) {
        for (const { reject } of group) reject(fault);
      } else {
        for (const one of group) await commitGroup([one]);
      }
    }
  }

  async function work(): Promise<void> {
    busy = true;
    while (waiting.length > 0) await commitGroup(waiting.splice(0, largest));
    busy = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!busy) void work();
    });
}

interface Waiting<Item, Result> {
  item: Item;
  resolve(result: Result): void;
  reject(fault: unknown): void;
}

/** SQLSTATE classes that a row can cause: data, integrity, limits; and a conflict with others. */
const OF_AN_ITEM = /^(22|23|54|40)/;
const SQLSTATE = /^[0-9A-Z]{5}$/;

function isOfAnItem(fault: unknown): boolean {
  const { code } = fault as { code?: unknown };
  if (typeof code === 'string') return SQLSTATE.test(code) && OF_AN_ITEM.test(code);
  return !(fault instanceof Error && fault.message.includes('connect'));
}
