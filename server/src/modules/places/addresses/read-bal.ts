import { isPoint } from '../../../platform/geo/index.ts';
import type { ImportedAddress, ImportedLandmark } from '../import-places.ts';

/** One thing to correct in a file. */
export interface Fault {
  /** Counted from 1, the header being 1. */
  line: number;
  /** In French. */
  reason: string;
}

export type BalRead =
  | { faults: [Fault, ...Fault[]] }
  | {
      faults: [];
      addresses: ImportedAddress[];
      /** Places that have a name and no number. */
      landmarks: ImportedLandmark[];
      /** Rows of communes that are not the territory's. */
      elsewhere: number;
    };

/** A hundred faults say enough of a file. */
const MOST_FAULTS = 100;
/** « Lieu-dit » : a name without number (BAL 1.5, column `numero`). */
const NO_NUMBER = '99999';
/** Where a door is best told, of the several positions that one address may have. */
const BEST_POSITIONS = ['entrée', 'délivrance postale', 'bâtiment'];

/**
 * Reads a « Base adresse locale », versions 1.2 to 1.5: CSV with semicolons, coordinates in WGS 84.
 *
 * Pure. A file with one fault is refused whole; rows of other communes are set aside and counted,
 * since towns are given files of their département.
 *
 * @param text - the file, with or without byte order mark
 * @param communes - names of the territory's communes by INSEE code
 * @see {@link https://aitf-sig-topo.github.io/voies-adresses/}
 */
export function readBal(text: string, communes: ReadonlyMap<string, string>): BalRead {
  const rows = parseCsv(text.replace(/^\uFEFF/, ''));
  const columns = columnsOf(rows[0] ?? []);
  const missing = REQUIRED.filter((name) => !(name in columns));
  if (missing.length > 0) {
    return { faults: [{ line: 1, reason: `colonnes absentes : ${missing.join(', ')}` }] };
  }
  const faults: Fault[] = [];
  const doors = new Map<string, ImportedAddress & { rank: number }>();
  const landmarks = new Map<string, ImportedLandmark>();
  let elsewhere = 0;
  for (const [index, cells] of rows.entries()) {
    if (index === 0 || cells.every((cell) => cell === '')) continue;
    const row = readRow(cells, columns);
    const communeName = communes.get(row.communeCode);
    if (communeName === undefined && row.communeCode !== '') {
      elsewhere++;
      continue;
    }
    const reason = faultOf(row);
    if (reason) faults.push({ line: index + 1, reason });
    if (faults.length === MOST_FAULTS) break;
    if (reason || communeName === undefined) continue;
    const { communeCode, street, number, point } = row;
    const place = {
      communeCode,
      communeName,
      point: { type: 'Point' as const, coordinates: point },
    };
    if (row.isNameOnly) {
      landmarks.set(`${communeCode} ${street}`, { ...place, name: street });
      continue;
    }
    const key = `${communeCode} ${street} ${number}`;
    const known = doors.get(key);
    if (known && known.rank <= row.rank) continue;
    doors.set(key, { ...place, street, number, postcode: row.postcode, rank: row.rank });
  }
  const [first, ...others] = faults;
  if (first) return { faults: [first, ...others] };
  const addresses = [...doors.values()].map(({ rank, ...address }) => address);
  return { faults: [], addresses, landmarks: [...landmarks.values()], elsewhere };
}

const REQUIRED = ['toponyme', 'numero', 'commune', 'long', 'lat'];

/** Versions named one column differently; `cle_interop` begins with the commune's code. */
const ALIASES: Record<string, string> = {
  voie_nom: 'toponyme',
  commune_insee: 'commune',
  code_postal: 'postcode',
};

function columnsOf(header: string[]): Record<string, number> {
  const columns: Record<string, number> = {};
  for (const [index, name] of header.entries()) {
    const plain = name.trim().toLowerCase();
    columns[ALIASES[plain] ?? plain] = index;
  }
  if (!('commune' in columns) && 'cle_interop' in columns) columns.commune = columns.cle_interop;
  return columns as Record<string, number>;
}

function readRow(cells: string[], columns: Record<string, number>) {
  const cell = (name: string) => cells[columns[name] ?? -1]?.trim() ?? '';
  const [number, suffix] = [cell('numero'), cell('suffixe')];
  const position = BEST_POSITIONS.indexOf(cell('position').toLowerCase());
  return {
    communeCode: cell('commune').slice(0, 5),
    street: cell('toponyme'),
    rawNumber: number,
    number: suffix ? `${number} ${suffix}` : number,
    isNameOnly: number === NO_NUMBER || number === '',
    postcode: cell('postcode'),
    point: [Number(cell('long').replace(',', '.')), Number(cell('lat').replace(',', '.'))],
    isPlaced: cell('long') !== '' && cell('lat') !== '',
    rank: position === -1 ? BEST_POSITIONS.length : position,
  };
}

function faultOf(row: ReturnType<typeof readRow>): string | undefined {
  if (row.communeCode === '') return 'le code INSEE de la commune manque';
  if (row.street === '') return 'le nom de la voie manque';
  if (row.street.length > 200) return 'le nom de la voie dépasse 200 caractères';
  if (row.rawNumber !== '' && !/^\d{1,5}$/.test(row.rawNumber)) {
    return `« ${row.rawNumber.slice(0, 20)} » n’est pas un numéro`;
  }
  if (row.number.length > 15) return `« ${row.number.slice(0, 20)} » : suffixe trop long`;
  const [long, lat] = row.point;
  return row.isPlaced && isPoint({ lat, long })
    ? undefined
    : 'longitude et latitude (WGS 84, colonnes long et lat) absentes ou impossibles';
}

/** RFC 4180 with semicolons; a quoted cell may hold separators and doubled quotes, not line feeds. */
function parseCsv(text: string): string[][] {
  return text.split(/\r?\n/).map((line) => {
    if (!line.includes('"')) return line.split(';');
    return [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
    );
  });
}
