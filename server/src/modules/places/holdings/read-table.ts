import { CsvError, parse } from 'csv-parse/sync';
import { isPoint, toPosition } from '../../../platform/geo/index.ts';
import { type Fault, type Field, type FileRow, fieldOf } from './file-row.ts';

const SEPARATORS = [';', ',', '\t'];

/**
 * Reads a table of streets and assets: CSV with a line of names, separated by semicolons, commas or
 * tabs. Pure; every fault with its line.
 */
export function readTable(text: string): { rows: FileRow[]; faults: Fault[] } {
  const [header = ''] = text.split('\n', 1);
  const counted = SEPARATORS.map((one) => ({ one, count: header.split(one).length }));
  const { one: delimiter } = counted.reduce((a, b) => (b.count > a.count ? b : a));
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, { delimiter, info: true, relax_column_count: true, trim: true }) as never;
  } catch (error) {
    const line = error instanceof CsvError ? Number(error.lines ?? 1) : 1;
    return { rows: [], faults: [{ line, reason: 'guillemets mal fermés : ce n’est pas du CSV' }] };
  }
  const [names, ...lines] = records;
  const fields = (names?.record ?? []).map(fieldOf);
  if (!fields.some((field) => field === 'street' || field === 'asset')) {
    const reason = 'il faut une colonne « voie » ou « equipement » dans la première ligne';
    return { rows: [], faults: [{ line: 1, reason }] };
  }
  const rows: FileRow[] = [];
  const faults: Fault[] = [];
  for (const { record, info } of lines) {
    if (record.every((cell) => cell === '')) continue;
    if (record.length !== fields.length) {
      const reason = `${record.length} colonnes au lieu de ${fields.length} : la ligne est coupée ?`;
      faults.push({ line: info.lines, reason });
      continue;
    }
    const cells = cellsOf(fields, record);
    const at = pointOf(cells);
    if (at === 'impossible') {
      const reason = 'longitude et latitude (WGS 84, en degrés) absentes ou impossibles';
      faults.push({ line: info.lines, reason });
    } else {
      rows.push({ line: info.lines, label: '', geometry: at, cells });
    }
  }
  return { rows, faults };
}

function cellsOf(fields: readonly (Field | undefined)[], record: readonly string[]) {
  const cells: FileRow['cells'] = {};
  for (const [index, field] of fields.entries()) {
    if (field && !cells[field]) cells[field] = record[index] ?? '';
  }
  return cells;
}

/** A street needs no point; an asset needs one. */
function pointOf({ asset, long = '', lat = '' }: FileRow['cells']) {
  if (!asset) return null;
  const point = { long: degrees(long), lat: degrees(lat) };
  if (long === '' || lat === '' || !isPoint(point)) return 'impossible';
  return { type: 'Point' as const, coordinates: toPosition(point) };
}

const degrees = (text: string) => Number(text.replace(',', '.'));
