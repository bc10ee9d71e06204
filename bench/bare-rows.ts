import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';

/** One INSERT of one row, ready to be repeated with other keys. */
interface BareInsert {
  text: string;
  columns: string[];
  values: unknown[];
}

/** Where the rows of one report stand, and how to find those of a given one. */
const ROWS_OF_A_REPORT = [
  ['public', 'service_request', 'id = $1'],
  ['public', 'event', 'subject = $1'],
  ['public', 'idempotency_key', `result ->> 'id' = $1::text`],
  [
    'graphile_worker',
    '_private_jobs',
    `payload ->> 'eventId' IN (SELECT id::text FROM event WHERE subject = $1)`,
  ],
] as const;

/**
 * Reads back every row that the product wrote for one report, as inserts of the same rows: what
 * the database alone has to write for it.
 */
export async function insertsOf(pool: pg.Pool, requestId: string): Promise<BareInsert[]> {
  const inserts: BareInsert[] = [];
  for (const [schema, table, where] of ROWS_OF_A_REPORT) {
    const { rows: described } = await pool.query(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = $1 AND table_name = $2 AND is_generated = 'NEVER' AND is_identity = 'NO'`,
      [schema, table],
    );
    const columns = described.map(({ name }) => name as string);
    const { rows } = await pool.query(
      `SELECT ${columns.map((name) => `${name}::text`).join(', ')} FROM ${schema}.${table} WHERE ${where}`,
      [requestId],
    );
    const places = columns.map((_, index) => `$${index + 1}`);
    for (const row of rows) {
      inserts.push({
        text: `INSERT INTO ${schema}.${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`,
        columns,
        values: columns.map((name) => row[name]),
      });
    }
  }
  return inserts;
}

/** Commits the rows of one report, under new keys, in one transaction of one connection. */
export async function commitRows(client: pg.PoolClient, inserts: BareInsert[]): Promise<void> {
  await client.query('BEGIN');
  for (const { text, columns, values } of inserts) {
    await client.query({
      name: text.slice(0, 60),
      text,
      values: values.map((value, index) => renewed(columns[index] as string, value)),
    });
  }
  await client.query('COMMIT');
}

/** Columns that are unique: the same row twice would be refused. */
function renewed(column: string, value: unknown): unknown {
  if (column === 'id' || column === 'key') return randomUUID();
  if (column === 'code') return randomBytes(5).toString('hex').toUpperCase().slice(0, 9);
  return value;
}
