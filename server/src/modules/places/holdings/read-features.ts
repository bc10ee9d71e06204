import {
  featureLines,
  geometryFault,
  LINES,
  lineAt,
  SURFACES,
} from '../../../platform/geo/index.ts';
import type { Shape } from '../feature.ts';
import { type Fault, type FileRow, fieldOf } from './file-row.ts';

const TYPES = ['Point', ...LINES, ...SURFACES] as const;

/** Reads streets and assets of a GeoJSON FeatureCollection (RFC 7946). Pure; every fault with its line. */
export function readFeatures(json: string): { rows: FileRow[]; faults: Fault[] } {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    const line = lineAt(json, position === undefined ? json.length : Number(position));
    return { rows: [], faults: [{ line, reason: 'ce n’est pas du JSON bien formé' }] };
  }
  const { type, features } = (document ?? {}) as { type?: unknown; features?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    const reason = 'ce n’est pas du GeoJSON : il faut un objet « FeatureCollection »';
    return { rows: [], faults: [{ line: 1, reason }] };
  }
  const lines = featureLines(json);
  const rows: FileRow[] = [];
  const faults: Fault[] = [];
  for (const [index, feature] of features.entries()) {
    const line = lines[index] ?? 1;
    const label = `objet ${index + 1}`;
    const { geometry } = (feature ?? {}) as { geometry?: unknown };
    const fault = geometryFault(geometry, TYPES);
    if (fault) faults.push({ line, reason: `${label} : ${fault}` });
    else
      rows.push({ line, label, geometry: geometryOf(geometry as Shape), cells: cellsOf(feature) });
  }
  return { rows, faults };
}

/** Without foreign members. */
const geometryOf = ({ type, coordinates }: Shape) => ({ type, coordinates }) as Shape;

function cellsOf(feature: { id?: unknown; properties?: unknown }): FileRow['cells'] {
  const cells: FileRow['cells'] = {};
  for (const [name, value] of Object.entries({ id: feature.id, ...(feature.properties ?? {}) })) {
    const field = fieldOf(name);
    const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
    if (field && isPlain && !cells[field]) cells[field] = String(value).trim();
  }
  return cells;
}
