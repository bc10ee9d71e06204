import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { type Db, openDatabase } from './database.ts';
import { groupCommits } from './group-commit.ts';
import { sql } from './index.ts';
import { insertRows } from './insert-rows.ts';
import { type Tx, tables } from './transaction.ts';

const on = tables<object>();
let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  db = openDatabase(database.url);
  await sql`CREATE TABLE kept (value int PRIMARY KEY, at point, tags text[])`.execute(on(db.read));
});
afterAll(async () => {
  await db.close();
  await database.drop();
});
beforeEach(async () => {
  await sql`TRUNCATE kept`.execute(on(db.read));
});

async function kept(): Promise<number[]> {
  const { rows } = await sql<{ value: number }>`SELECT value FROM kept ORDER BY value`.execute(
    on(db.read),
  );
  return rows.map(({ value }) => value);
}

const write = (groups: number[][] = []) => {
  return async (tx: Tx, values: readonly number[]) => {
    groups.push([...values]);
    await insertRows(
      'kept',
      values.map((value) => ({ value })),
    ).execute(on(tx));
    return values.map((value) => value * 10);
  };
};

describe('groupCommits', () => {
  it('gives each caller its own result once it is committed', async () => {
    const keep = groupCommits(db, write());
    const results = await Promise.all(
      [1, 2, 3].map(async (value) => {
        const result = await keep(value);
        expect(await kept()).toContain(value);
        return result;
      }),
    );
    expect(results).toEqual([10, 20, 30]);
  });

  it('starts at once alone, and gathers the others while it commits', async () => {
    const groups: number[][] = [];
    const keep = groupCommits(db, write(groups));
    await Promise.all(Array.from({ length: 50 }, (_, value) => keep(value)));
    expect(groups[0]).toEqual([0]);
    expect(groups).toHaveLength(2);
    expect(await kept()).toHaveLength(50);
  });

  it('never makes a group larger than allowed', async () => {
    const groups: number[][] = [];
    const keep = groupCommits(db, write(groups), 10);
    await Promise.all(Array.from({ length: 35 }, (_, value) => keep(value)));
    expect(groups.map((group) => group.length)).toEqual([1, 10, 10, 10, 4]);
  });

  it('lets one bad apple fail alone', async () => {
    const keep = groupCommits(db, write());
    await keep(7);
    const outcomes = await Promise.allSettled([0, 1, 7, 2].map(keep));
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(await kept()).toEqual([0, 1, 2, 7]);
  });

  it('refuses one item without undoing the others', async () => {
    const groups: number[][] = [];
    const keep = groupCommits(db, async (tx: Tx, values: readonly number[]) => {
      const odd = values.filter((value) => value % 2 === 1);
      if (odd.length > 0) await write(groups)(tx, odd);
      return values.map((value) => (value % 2 === 1 ? value : new Error(`${value} is even`)));
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map(keep));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(groups.flat()).toEqual([1, 3]);
  });

  it('goes on after a failure', async () => {
    const keep = groupCommits(db, write());
    await expect(keep(2 ** 40)).rejects.toThrow(/out of range/);
    expect(await keep(5)).toBe(50);
  });

  it('fails the whole group at once when the database is away', async () => {
    const away = openDatabase('postgres://nobody@127.0.0.1:1/nowhere');
    let tries = 0;
    const keep = groupCommits(
      {
        transaction(act) {
          tries++;
          return away.transaction(act);
        },
      },
      write(),
    );
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(keep));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(tries).toBe(2);
    await away.close();
  });
});

describe('insertRows', () => {
  it('reads points, lists and nulls by the table’s own types, and any number of rows', async () => {
    const rows = Array.from({ length: 70_000 }, (_, value) => ({
      value,
      at: value === 0 ? '(3.87,43.61)' : null,
      tags: value === 1 ? ['a', 'b "c"'] : null,
    }));
    await insertRows('kept', rows).execute(on(db.read));
    const { rows: read } = await sql`SELECT * FROM kept WHERE value < 2 ORDER BY value`.execute(
      on(db.read),
    );
    expect(read).toEqual([
      { value: 0, at: { x: 3.87, y: 43.61 }, tags: null },
      { value: 1, at: null, tags: ['a', 'b "c"'] },
    ]);
    expect(await kept()).toHaveLength(70_000);
  });
});
