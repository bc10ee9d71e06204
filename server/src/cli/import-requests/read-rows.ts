import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import type { Mapping } from './mapping.ts';
import type { Row } from './read-record.ts';

/** One line of a file, or why it cannot be read. Lines count from 1. */
export type Line = { line: number; row: Row } | { line: number; fault: string };

/** A record of several megabytes is no request. */
const LONGEST_RECORD = 1_000_000;

/**
 * Reads a file as a stream, whatever its size: CSV by its first line of names, JSON by its objects,
 * one after the other (NDJSON) or in one array. A name in `.gz` is unpacked on the way.
 */
export function readRows(
  path: string,
  { delimiter = ',', encoding = 'utf-8' }: Mapping,
): AsyncIterable<Line> {
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const packed = /\.gz$/i.test(path);
  const bytes = packed
    ? file.on('error', (error) => unpacked.destroy(error)).pipe(createGunzip())
    : file;
  const unpacked = bytes;
  const text = textOf(bytes, encoding);
  return /\.csv(\.gz)?$/i.test(path) ? csvRows(text, delimiter) : jsonRows(text);
}

/** Bytes to text, wherever the chunks cut a character. @throws TypeError when it is not that text */
async function* textOf(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* csvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<Line> {
  const faults: Line[] = [];
  const parser = parse({
    columns: true,
    delimiter,
    info: true,
    bom: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_skip: (error) => {
      if (error)
        faults.push({ line: Number(error.lines ?? 0), fault: 'nombre de colonnes ou guillemets' });
      return undefined;
    },
  });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  for await (const { record, info } of source.pipe(parser) as AsyncIterable<{
    record: Row;
    info: { lines: number };
  }>) {
    yield* faults.splice(0);
    yield { line: info.lines, row: record };
  }
  yield* faults;
}

/** Cuts the text at the braces of its outermost objects; strings are passed over whole. */
async function* jsonRows(text: AsyncIterable<string>): AsyncGenerator<Line> {
  let [line, depth, started, inString, escaped, record] = [1, 0, 1, false, false, ''];
  for await (const chunk of text) {
    let from = 0;
    for (let index = 0; index < chunk.length; index++) {
      const symbol = chunk[index];
      if (symbol === '\n') line++;
      if (inString) {
        if (escaped) escaped = false;
        else if (symbol === '\\') escaped = true;
        else if (symbol === '"') inString = false;
      } else if (symbol === '"') inString = depth > 0;
      else if (symbol === '{' && depth++ === 0) [from, started, record] = [index, line, ''];
      else if (symbol === '}' && depth > 0 && --depth === 0) {
        yield readObject(started, record + chunk.slice(from, index + 1));
        record = '';
      }
    }
    if (depth > 0) record += chunk.slice(from);
    if (record.length > LONGEST_RECORD) {
      yield { line: started, fault: 'objet trop grand : la suite du fichier n’est pas lue' };
      return;
    }
  }
  if (depth > 0) yield { line: started, fault: 'objet inachevé à la fin du fichier' };
}

function readObject(line: number, text: string): Line {
  try {
    return { line, row: JSON.parse(text) as Row };
  } catch {
    return { line, fault: 'JSON mal formé' };
  }
}
