import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../src/platform/db/index.ts';
import { migrationFolders } from '../src/wiring.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

/**
 * One schema must be true on PostgreSQL and on Citus. These are the rules that the catalogue shows;
 * the others are kept by review.
 */
let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function names(query: string): Promise<string[]> {
  const { rows } = await pool.query({ text: query, rowMode: 'array' });
  return rows.map(([name]) => name);
}

const TABLES = `SELECT c.oid, c.relname FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition`;

it('has tables to look at', async () => {
  expect((await names(`SELECT relname FROM (${TABLES}) t`)).length).toBeGreaterThan(15);
});

it('gives every table a primary key', async () => {
  const without = await names(`SELECT t.relname FROM (${TABLES}) t WHERE NOT EXISTS (
    SELECT FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'p')`);
  expect(without).toEqual([]);
});

it('begins every primary, unique, exclusion and foreign key with territory_id', async () => {
  const breaches = await names(`SELECT k.conrelid::regclass || ' ' || k.conname
    FROM pg_constraint k JOIN (${TABLES}) t ON t.oid = k.conrelid
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    WHERE k.contype IN ('p', 'u', 'x', 'f') AND a.attname <> 'territory_id'`);
  expect(breaches).toEqual([]);
  const indexes = await names(`SELECT i.indexrelid::regclass::text
    FROM pg_index i JOIN (${TABLES}) t ON t.oid = i.indrelid
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indisunique AND a.attname <> 'territory_id'`);
  expect(indexes).toEqual([]);
});

it('keeps foreign keys within a module', async () => {
  const owners = tableOwners();
  const { rows } = await pool.query(
    `SELECT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to"
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  expect(rows.length).toBeGreaterThan(0);
  const across = rows.filter(({ from, to }) => owners.get(from) !== owners.get(to));
  expect(across).toEqual([]);
});

it('has no trigger, no inheritance, no SET NULL, no identity column', async () => {
  const breaches = await names(`
    SELECT 'trigger ' || tgname FROM pg_trigger JOIN (${TABLES}) t ON t.oid = tgrelid WHERE NOT tgisinternal
    UNION ALL SELECT 'inheritance ' || inhrelid::regclass FROM pg_inherits
      JOIN (${TABLES}) t ON t.oid = inhrelid
    UNION ALL SELECT 'set null ' || conname FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype = 'f' AND (confdeltype IN ('n', 'd') OR confupdtype IN ('n', 'd'))
    UNION ALL SELECT 'identity ' || attrelid::regclass || '.' || attname FROM pg_attribute
      JOIN (${TABLES}) t ON t.oid = attrelid WHERE attidentity <> ''
    UNION ALL SELECT 'volatile default ' || adrelid::regclass FROM pg_attrdef
      JOIN (${TABLES}) t ON t.oid = adrelid WHERE pg_get_expr(adbin, adrelid) ~ '(now|random|gen_random_uuid|nextval|clock_timestamp)\\('`);
  expect(breaches).toEqual([]);
});

it('distributes every table where Citus is installed', () => {
  const statements = migrationTexts()
    .map(({ text }) => text)
    .join('\n');
  const created = [...statements.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(\w+)/gi)].map(
    (m) => m[1],
  );
  const distributed = new Set(
    [...statements.matchAll(/app\.distribute\('(\w+)'/g)].map((m) => m[1]),
  );
  expect(created.filter((table) => !distributed.has(table as string))).toEqual([]);
});

it('writes no foreign key inside CREATE TABLE', () => {
  for (const { name, text } of migrationTexts()) {
    const inline = [...text.matchAll(/CREATE TABLE[^;]*?\bREFERENCES\b/gis)];
    expect(inline, name).toEqual([]);
  }
});

it('runs no volatile function in the statements of stores', () => {
  for (const file of sources(/(store|tables)\.ts$/)) {
    const text = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(text, file).not.toMatch(/\b(now|clock_timestamp|random|gen_random_uuid)\(\)/);
  }
});

it('is made from nothing, and the second run changes nothing', async () => {
  const empty = await createTestDatabase({ empty: true });
  const fresh = new pg.Pool({ connectionString: empty.url });
  const first = await migrate(fresh, migrationFolders);
  expect(first).toEqual([...first].sort());
  expect(first.length).toBe(migrationTexts().length);
  expect(await migrate(fresh, migrationFolders)).toEqual([]);
  await fresh.end();
  await empty.drop();
});

it('refuses a migration that was edited after it ran', async () => {
  await pool.query(
    `UPDATE app.migration SET checksum = 'other' WHERE name LIKE '%foundations.sql'`,
  );
  await expect(migrate(pool, migrationFolders)).rejects.toThrow(
    /foundations.sql was applied, then edited/,
  );
});

const SOURCES = path.join(import.meta.dirname, '../src');

function sources(pattern: RegExp): string[] {
  return readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file) && !file.includes('.test.'))
    .map((file) => path.join(SOURCES, file));
}

function migrationTexts(): { name: string; text: string }[] {
  return sources(/\.sql$/).map((name) => ({ name, text: readFileSync(name, 'utf8') }));
}

/** Which module's migrations create each table. */
function tableOwners(): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { name, text } of migrationTexts()) {
    for (const [, table] of text.matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(\w+)/gi)) {
      owners.set(table as string, path.dirname(path.dirname(name)));
    }
  }
  return owners;
}
