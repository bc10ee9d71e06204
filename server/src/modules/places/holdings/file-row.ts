import type { Shape } from '../feature.ts';
import { plain } from '../search/words.ts';

/** One thing to correct in a file. */
export interface Fault {
  /** Counted from 1. */
  line: number;
  /** In French. */
  reason: string;
}

/** What columns and properties are for, by the names that French publishers give them, folded. */
const NAMES = {
  id: ['identifiant', 'id', 'cleabs', 'iddeiroad'],
  commune: ['commune', 'insee', 'codeinsee', 'communeinsee', 'inseecommune', 'codecommune'],
  street: ['voie', 'nomvoie', 'voienom', 'toponyme', 'rue', 'libellevoie'],
  asset: ['equipement', 'nomequipement', 'parc', 'batiment'],
  name: ['nom', 'libelle', 'name'],
  roadClass: ['classe', 'classevoie', 'domanialite', 'cpxclassementadministratif', 'roadclass'],
  roadNumber: ['numero', 'numeroroute', 'cpxnumero', 'route', 'roadnumber'],
  builtUp: ['agglomeration', 'enagglomeration', 'builtup'],
  owner: ['proprietaire', 'cpxgestionnaire', 'gestionnaire', 'owner'],
  long: ['long', 'longitude', 'lon', 'x'],
  lat: ['lat', 'latitude', 'y'],
} as const;
export type Field = keyof typeof NAMES;

/** One line of a table or one feature, before anything is believed of it. */
export interface FileRow {
  line: number;
  /** What a reader sees of it: « objet 3 »; empty when the line says enough. */
  label: string;
  geometry: Shape | null;
  cells: Partial<Record<Field, string>>;
}

/** Which field a column or a property is; `undefined` for what we do not need. */
export function fieldOf(column: string): Field | undefined {
  const key = plain(column).replaceAll(/[^a-z0-9]/g, '');
  const found = Object.entries(NAMES).find(([, names]) =>
    (names as readonly string[]).includes(key),
  );
  return found?.[0] as Field | undefined;
}
