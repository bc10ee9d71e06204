import { type RawBuilder, sql } from 'kysely';

/** A value of a row to insert: JSON, or a date; a `point` is its text `(x,y)`. */
export type RowToInsert = Record<string, unknown>;

/**
 * One INSERT for any number of rows, carried by one parameter.
 *
 * A `VALUES` list needs a parameter for each value and stops at 65,535 of them; its text, hence its
 * parsing, differs for each number of rows. This statement is always the same: the server reads the
 * rows from one JSON document by the table's own column types.
 *
 * @param table - of the program's own choosing, never from outside
 * @param rows - at least one; all with the keys of the first
 * @example
 * ```ts
 * await insertRows('service_request_word', words, sql`ON CONFLICT DO NOTHING`).execute(on(tx))
 * ```
 */
export function insertRows<Returned = unknown>(
  table: string,
  rows: readonly RowToInsert[],
  ending: RawBuilder<unknown> = sql``,
): RawBuilder<Returned> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
  return sql<Returned>`INSERT INTO ${sql.table(table)} (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    ${ending}`;
}

/** A place as {@link insertRows} takes it. */
export function pointText(at: { lat: number; long: number } | null): string | null {
  return at && `(${at.long},${at.lat})`;
}
