import {
  type Area,
  featureLines,
  geometryFault,
  lineAt,
  SURFACES,
} from '../../../platform/geo/index.ts';
import type { OrganizationKind } from '../model.ts';

/** One thing to correct in a file. */
export interface Fault {
  /** Counted from 1. */
  line: number;
  /** In French. */
  reason: string;
}

/** What a boundary can be matched with. */
export interface Matchable {
  id: string;
  kind: OrganizationKind;
  name: string;
  code: string;
  siren: string | null;
}

export type BoundariesRead =
  | { faults: Fault[] }
  | { faults: []; boundaries: { organizationId: string; boundary: Area }[] };

/** Names under which French publishers write an INSEE code or a SIREN. */
const CODE_PROPERTIES = [
  'code',
  'insee',
  'code_insee',
  'codgeo',
  'insee_com',
  'com_insee',
  'code_commune',
  'siren',
  'siren_epci',
  'code_siren',
  'insee_dep',
];

/**
 * Reads official contours: a GeoJSON FeatureCollection whose features carry an INSEE code or a
 * SIREN, for every commune of the territory and, as you like, for its other organizations.
 *
 * Pure. A file with one fault is refused whole, with every fault and its line.
 */
export function readBoundaries(text: string, organizations: readonly Matchable[]): BoundariesRead {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch (error) {
    return { faults: [syntaxFault(json, error as Error)] };
  }
  const { type, features } = (document ?? {}) as { type?: unknown; features?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features)) {
    const reason = 'ce n’est pas du GeoJSON : il faut un objet « FeatureCollection »';
    return { faults: [{ line: 1, reason }] };
  }
  return matchFeatures(features, featureLines(json), organizations, lineAt(json, json.length));
}

function matchFeatures(
  features: unknown[],
  lines: number[],
  organizations: readonly Matchable[],
  lastLine: number,
): BoundariesRead {
  const byCode = new Map<string, Matchable>();
  for (const organization of organizations) {
    byCode.set(organization.code, organization);
    if (organization.siren) byCode.set(organization.siren, organization);
  }
  const faults: Fault[] = [];
  const seen = new Map<string, { line: number; boundary: Area }>();
  for (const [index, feature] of features.entries()) {
    const line = lines[index] ?? 1;
    const { properties, geometry } = (feature ?? {}) as {
      properties?: unknown;
      geometry?: unknown;
    };
    const code = codeOf(properties);
    const organization = code === undefined ? undefined : byCode.get(code);
    const label = `objet ${index + 1}${organization ? `, ${organization.name}` : ''}`;
    const report = (reason: string) => faults.push({ line, reason: `${label} : ${reason}` });
    if (code === undefined) {
      report(`aucun code INSEE ni SIREN (propriété ${CODE_PROPERTIES.slice(0, 3).join(', ')}…)`);
    } else if (!organization) {
      report(`le code « ${code} » n’est celui d’aucune collectivité du territoire`);
    }
    const fault = geometryFault(geometry, SURFACES);
    if (fault) report(fault);
    const earlier = organization && seen.get(organization.id);
    if (earlier) report(`le code « ${code} » est déjà à la ligne ${earlier.line}`);
    else if (organization) seen.set(organization.id, { line, boundary: geometry as Area });
  }
  for (const { id, kind, name, code } of organizations) {
    if (kind !== 'commune' || seen.has(id)) continue;
    faults.push({ line: lastLine, reason: `la commune ${name} (${code}) manque` });
  }
  if (faults.length > 0) return { faults };
  const boundaries = [...seen].map(([organizationId, { boundary }]) => ({
    organizationId,
    boundary: { type: boundary.type, coordinates: boundary.coordinates } as Area,
  }));
  return { faults: [], boundaries };
}

function codeOf(properties: unknown): string | undefined {
  if (typeof properties !== 'object' || properties === null) return undefined;
  const byName = new Map(
    Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]),
  );
  for (const name of CODE_PROPERTIES) {
    const value = byName.get(name);
    if (typeof value === 'string' && value.trim() !== '') return value.trim().slice(0, 20);
    // A spreadsheet that ate the quotes also ate a leading zero: 1004 was 01004.
    if (typeof value === 'number') return String(value).padStart(5, '0').slice(0, 20);
  }
  return undefined;
}

function syntaxFault(json: string, error: Error): Fault {
  const position = /position (\d+)/.exec(error.message)?.[1];
  const line = position === undefined ? lineAt(json, json.length) : lineAt(json, Number(position));
  return { line, reason: 'ce n’est pas du JSON bien formé' };
}
