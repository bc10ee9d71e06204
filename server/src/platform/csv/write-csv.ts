export const CSV_TYPE = 'text/csv; charset=utf-8';

/** Spreadsheets run what begins so (CWE-1236). */
const FORMULA = /^[=+\-@\t\r]/;
const BYTE_ORDER_MARK = '\uFEFF';

type Cell = string | number | null;

/**
 * A table as French spreadsheets open it by a double click: semicolons, decimal commas, CRLF
 * (RFC 4180), a byte order mark before UTF-8. Words that a spreadsheet would run as a formula are
 * preceded by an apostrophe; absent values are empty.
 *
 * @example
 * ```ts
 * writeCsv([['Prestation', 'Reçues'], ['Nid-de-poule', 12.5]]) // Prestation;Reçues ⏎ Nid-de-poule;12,5
 * ```
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(write).join(';')}\r\n`).join('');
}

function write(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
