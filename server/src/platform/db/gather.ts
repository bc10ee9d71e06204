/**
 * Does for many items at once what they ask for one by one.
 *
 * @returns one outcome an item, in order; an `Error` fails that item alone
 */
export type DoTogether<Item, Result> = (items: readonly Item[]) => Promise<(Result | Error)[]>;

const LARGEST_GROUP = 200;

/**
 * Gathers what arrives while the last group is under way into the next one.
 *
 * An item that arrives alone starts at once: gathering adds no delay when it is quiet, and when it
 * is busy many callers share one statement, or one commit. What an item asks for always begins
 * after it asked.
 *
 * @param together - when it throws, all the items of the group fail with that error
 */
export function gather<Item, Result>(
  together: DoTogether<Item, Result>,
  largest = LARGEST_GROUP,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let busy = false;

  async function attend(group: Waiting<Item, Result>[]): Promise<void> {
    try {
      const outcomes = await together(group.map(({ item }) => item));
      for (const [index, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[index] as Result | Error;
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      }
    } catch (fault) {
      for (const { reject } of group) reject(fault);
    }
  }

  async function work(): Promise<void> {
    busy = true;
    while (waiting.length > 0) await attend(waiting.splice(0, largest));
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
