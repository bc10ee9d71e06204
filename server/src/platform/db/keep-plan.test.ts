import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { type Db, keepPlan, openDatabase, sql, tables } from './index.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  db = openDatabase(database.url);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const on = tables<Record<string, never>>();

test('PostgreSQL keeps the plan of a marked statement, and of no other', async () => {
  const kept = await db.transaction(async (tx) => {
    for (const value of [1, 2]) {
      const { rows } = await sql<{ n: number }>`SELECT ${value}::int + 1 AS n ${keepPlan}`.execute(
        on(tx),
      );
      expect(rows).toEqual([{ n: value + 1 }]);
      await sql`SELECT ${value}::int + 2`.execute(on(tx));
    }
    const { rows } = await sql<{ statement: string }>`
      SELECT statement FROM pg_prepared_statements`.execute(on(tx));
    return rows.map(({ statement }) => statement);
  });
  expect(kept).toEqual([expect.stringContaining('+ 1 AS n')]);
});
