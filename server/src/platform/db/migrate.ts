import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

/** Folders of plain SQL files named `YYYYMMDDhhmm-what.sql`; the name orders them globally. */
export type MigrationFolder = URL;

interface Migration {
  name: string;
  statements: string;
  checksum: string;
}

/** Any constant will do, as long as every process of every version agrees on it. */
const MIGRATION_LOCK = 4_242_001;

/**
 * Brings the schema up to date: each missing file in one transaction, in global order.
 *
 * Running it twice, or from two processes at once, does nothing the second time.
 *
 * @returns the names applied by this call, in order
 * @throws Error when a file that was applied has changed since, or two files share a name
 */
export async function migrate(pool: pg.Pool, folders: MigrationFolder[]): Promise<string[]> {
  const migrations = await readMigrations(folders);
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(`CREATE SCHEMA IF NOT EXISTS app`);
    await client.query(
      `CREATE TABLE IF NOT EXISTS app.migration (
         name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL)`,
    );
    const { rows } = await client.query('SELECT name, checksum FROM app.migration');
    const done = new Map(rows.map((row) => [row.name as string, row.checksum as string]));
    const applied: string[] = [];
    for (const migration of migrations) {
      const checksum = done.get(migration.name);
      if (checksum === undefined) {
        await apply(client, migration);
        applied.push(migration.name);
      } else if (checksum !== migration.checksum) {
        throw new Error(`Migration ${migration.name} was applied, then edited: write a new one`);
      }
    }
    return applied;
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {});
    client.release();
  }
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(migration.statements);
    await client.query('INSERT INTO app.migration VALUES ($1, $2, $3)', [
      migration.name,
      migration.checksum,
      new Date(),
    ]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${migration.name} failed: ${(cause as Error).message}`, { cause });
  }
}

async function readMigrations(folders: MigrationFolder[]): Promise<Migration[]> {
  const migrations: Migration[] = [];
  for (const folder of folders) {
    for (const name of await readdir(fileURLToPath(folder))) {
      if (!name.endsWith('.sql')) continue;
      const statements = await readFile(new URL(name, asFolder(folder)), 'utf8');
      const checksum = createHash('sha256').update(statements).digest('hex');
      migrations.push({ name, statements, checksum });
    }
  }
  migrations.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const [index, migration] of migrations.entries()) {
    if (migrations[index + 1]?.name === migration.name) {
      throw new Error(`Two migrations are named ${migration.name}`);
    }
  }
  return migrations;
}

function asFolder(folder: URL): URL {
  return folder.href.endsWith('/') ? folder : new URL(`${folder.href}/`);
}
