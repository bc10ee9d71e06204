import pg from 'pg';
import { expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from './database.ts';

async function query({ url }: TestDatabase, statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(statement).finally(() => client.end());
}

it('gives each test a database of its own, with the whole schema', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const { rows } = await query(one, 'select name from app.migration order by name');
  expect(rows[0].name).toMatch(/^\d{12}-/);
  await query(one, 'create table mine()');
  await expect(query(other, 'table mine')).rejects.toMatchObject({ code: '42P01' });
  await one.drop();
  await other.drop();
});

it('gives an empty one, and removes it under open connections', async () => {
  const database = await createTestDatabase({ empty: true });
  const open = new pg.Client({ connectionString: database.url });
  const cut = new Promise((resolve) => open.on('error', resolve));
  await open.connect();
  const { rows } = await open.query("select from pg_namespace where nspname = 'app'");
  expect(rows).toEqual([]);
  await database.drop();
  await cut;
  await expect(query(database, 'select 1')).rejects.toMatchObject({ code: '3D000' });
});
