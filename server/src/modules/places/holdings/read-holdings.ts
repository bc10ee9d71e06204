import { bboxOf, fromPosition, type Point } from '../../../platform/geo/index.ts';
import type { Shape } from '../feature.ts';
import { wordsOf } from '../search/words.ts';
import type { Fault, FileRow } from './file-row.ts';
import { type Holding, saySame } from './holding.ts';
import { readFeatures } from './read-features.ts';
import type { PossibleOwner } from './read-owner.ts';
import { quote, readFacts, readSubject } from './read-row.ts';
import { readTable } from './read-table.ts';

/** What a file is read against. */
export interface KnownTown {
  communes: readonly PossibleOwner[];
  /** Whoever may own: the territory's organizations, communes too. */
  organizations: readonly PossibleOwner[];
  /** INSEE code of the commune at a point. */
  communeAt(point: Point): string | undefined;
  /** The gazetteer's streets: their name by commune and words. */
  streets: ReadonlyMap<string, string>;
}

/** Without its identity, which the use case gives. */
export type ReadHolding = Omit<Holding, 'id'> & {
  /** The same in each edition of the file. */
  key: string;
};

export type HoldingsRead =
  | { faults: [Fault, ...Fault[]] }
  | { faults: []; holdings: ReadHolding[] };

/** A hundred faults say enough of a file. */
const MOST_FAULTS = 100;

/**
 * Reads streets and assets with their class and their owner, from a CSV table or from GeoJSON.
 *
 * Pure. A file with one fault is refused whole, with every fault and its line.
 */
export function readHoldings(text: string, town: KnownTown): HoldingsRead {
  const plain = text.replace(/^\uFEFF/, '');
  const isJson = /^\s*[[{]/.test(plain);
  const { rows, faults } = isJson ? readFeatures(plain) : readTable(plain);
  const holdings: ReadHolding[] = [];
  const earlier = new Map<string, Earlier>();
  for (const row of rows) {
    const read = readHolding(row, town);
    const fault = typeof read === 'string' ? read : repeats(read, earlier.get(identityOf(read)));
    if (fault) {
      faults.push({ line: row.line, reason: row.label ? `${row.label} : ${fault}` : fault });
    } else if (typeof read !== 'string') {
      earlier.set(identityOf(read), { line: row.line, holding: read });
      holdings.push(read);
    }
  }
  if (faults.length === 0 && holdings.length === 0) {
    faults.push({ line: 1, reason: 'aucune voie, aucun équipement' });
  }
  const [first, ...others] = faults.toSorted((a, b) => a.line - b.line).slice(0, MOST_FAULTS);
  return first ? { faults: [first, ...others] } : { faults: [], holdings };
}

/** What two rows may not share. */
const identityOf = ({ kind, communeCode, key }: ReadHolding) => `${kind} ${communeCode} ${key}`;

interface Earlier {
  line: number;
  holding: ReadHolding;
}

/** What is wrong with a row about what an earlier one was about already. */
function repeats(read: ReadHolding, earlier: Earlier | undefined): string | undefined {
  if (!earlier) return undefined;
  const already = `${quote(read.name || read.key)} est déjà à la ligne ${earlier.line}`;
  if (read.geometry || saySame(read, earlier.holding)) return already;
  return `${already}, qui en dit autre chose : une rue qui change de classe ou de propriétaire en chemin se donne par ses tracés, en GeoJSON`;
}

function readHolding(row: FileRow, town: KnownTown): ReadHolding | string {
  const commune = readCommune(row, town);
  if (typeof commune === 'string') return commune;
  const { kind, name } = readSubject(row);
  const facts = readFacts(row, kind, town.organizations);
  if (typeof facts === 'string') return facts;
  const { geometry } = row;
  const said = { ...facts, kind, communeCode: commune.code, geometry };
  if (geometry) {
    const id = row.cells.id;
    return { ...said, name, key: id ? `id ${id.slice(0, 100)}` : `at ${JSON.stringify(geometry)}` };
  }
  if (name === '') return 'le nom de la voie manque';
  const key = streetKey(commune.code, name);
  const known = town.streets.get(key);
  return known === undefined
    ? `la voie ${quote(name)} n’est pas connue à ${commune.name} : vérifiez son nom, ou importez d’abord les adresses`
    : { ...said, name: known, key };
}

/** How the gazetteer's streets are told apart. */
export const streetKey = (communeCode: string, name: string) =>
  `${communeCode} ${wordsOf(name).join(' ')}`;

function readCommune({ cells, geometry }: FileRow, { communes, communeAt }: KnownTown) {
  const { commune: said = '' } = cells;
  if (said) {
    const words = wordsOf(said).join(' ');
    return (
      communes.find(({ code, name }) => code === said || wordsOf(name).join(' ') === words) ??
      `${quote(said)} n’est pas une commune du territoire`
    );
  }
  const code = geometry ? communeAt(middleOf(geometry)) : onlyOne(communes)?.code;
  const found = communes.find((one) => one.code === code);
  if (found) return found;
  return geometry
    ? 'ce lieu n’est dans aucune commune du territoire'
    : 'la commune manque (code INSEE ou nom)';
}

function middleOf(geometry: Shape): Point {
  if (geometry.type === 'Point') return fromPosition(geometry.coordinates);
  // Somewhere on a line, rather than between its ends: a bend may leave the commune.
  if (geometry.type === 'LineString') {
    return fromPosition(geometry.coordinates[geometry.coordinates.length >> 1] ?? []);
  }
  const { west, south, east, north } = bboxOf(geometry);
  return { lat: (south + north) / 2, long: (west + east) / 2 };
}

const onlyOne = <T>(items: readonly T[]) => (items.length === 1 ? items[0] : undefined);
