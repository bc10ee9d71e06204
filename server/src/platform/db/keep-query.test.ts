import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../test/database.ts';
import { type Db, type Given, keepQuery, openDatabase, sql, tables } from './index.ts';

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

test('a kept question is written once, planned once, and asked with other values', async () => {
  let written = 0;
  const ask = keepQuery(on, (handle, { value, text }: Given<{ value: number; text: string }>) => {
    written++;
    return handle.selectNoFrom([
      sql<number>`${value}::int + ${1}::int`.as('n'),
      sql<string>`${text}::text`.as('text'),
    ]);
  });
  const kept = await db.transaction(async (tx) => {
    for (const value of [1, 2]) {
      expect(await ask(tx, { text: `« ${value} »`, value })).toEqual([
        { n: value + 1, text: `« ${value} »` },
      ]);
      await sql`SELECT ${value}::int + 2`.execute(on(tx));
    }
    const { rows } = await sql<{ statement: string }>`
      SELECT statement FROM pg_prepared_statements`.execute(on(tx));
    return rows.map(({ statement }) => statement);
  });
  expect(written).toBe(1);
  expect(kept).toEqual([expect.stringContaining('as "n"')]);
});
