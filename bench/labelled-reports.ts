import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** One line of a table, by its columns' names. */
export type Line = Record<string, string>;

/** Reads a CSV file whole, and orders its lines by a column that holds ISO 8601 dates. */
export function readLines(path: string, dateColumn: string, tieColumn: string): Line[] {
  const lines = parse(readFileSync(path), {
    columns: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as Line[];
  const key = (line: Line) => `${line[dateColumn]} ${line[tieColumn]}`;
  return lines.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const MAILBOX = /\S+@\S+/g;
const LONG_NUMBER = /\+?\d[\d ./-]{7,}\d/g;

/** What a resident may have left of themselves in a text; names are the publisher's to remove. */
export function withoutContacts(text: string): string {
  return text.replace(MAILBOX, ' ').replace(LONG_NUMBER, ' ');
}
