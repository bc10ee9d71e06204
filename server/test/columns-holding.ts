import type { TestPlatform } from './platform.ts';

/** Every column of text or JSON of the whole database that holds one of the needles. */
export async function columnsHolding(
  { platform }: TestPlatform,
  needles: string[],
): Promise<string[]> {
  const { pool } = platform.db;
  const { rows: columns } = await pool.query(`
    SELECT table_schema AS schema, table_name AS table, column_name AS column
      FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
       AND (data_type IN ('text', 'json', 'jsonb', 'character varying', 'ARRAY', 'tsvector'))`);
  const holding: string[] = [];
  for (const { schema, table, column } of columns) {
    const { rows } = await pool.query(
      `SELECT 1 FROM "${schema}"."${table}" WHERE lower("${column}"::text) LIKE ANY ($1) LIMIT 1`,
      [needles.map((needle) => `%${needle.toLowerCase()}%`)],
    );
    if (rows.length > 0) holding.push(`${table}.${column}`);
  }
  return holding;
}
