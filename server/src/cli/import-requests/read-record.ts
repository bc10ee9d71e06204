import type { ImportedRequest } from '../../modules/service-requests/index.ts';
import { isPoint, type Point, parsePoint } from '../../platform/geo/index.ts';
import type { Field, Mapping, PlaceColumns } from './mapping.ts';
import { fromLambert93, fromLv95 } from './projections.ts';
import { readDate } from './read-date.ts';

/** One line of the file: what each column holds. */
export type Row = Readonly<Record<string, unknown>>;

/** What the mapping and the lines must name. */
export interface Known {
  /** By code, and by name in lower case. */
  services: ReadonlyMap<string, string>;
  /** By official code, and by name in lower case → id. */
  organizations: ReadonlyMap<string, string>;
}

/** A request before its commune is found. */
export type Draft = Omit<ImportedRequest, 'communeId' | 'communeName'>;

const LONGEST = { reference: 200, description: 10_000, address: 300 };

/**
 * Makes a request of a line.
 *
 * @returns it, or in French every reason why it is refused
 */
export function readRecord(row: Row, mapping: Mapping, known: Known): Draft | { faults: string[] } {
  const faults: string[] = [];
  const text = (field: Field | undefined) => fieldOf(row, field);
  const reference = text(mapping.reference);
  if (reference === '') faults.push('la référence manque');
  const service =
    known.services.get(text(mapping.service)) ??
    known.services.get(text(mapping.service).toLowerCase());
  if (service === undefined) faults.push(`prestation inconnue, « ${text(mapping.service)} »`);
  const organization = text(mapping.organization);
  const organizationId =
    organization === ''
      ? null
      : (known.organizations.get(organization) ??
        known.organizations.get(organization.toLowerCase()));
  if (organizationId === undefined) faults.push(`organisme inconnu, « ${organization} »`);
  const receivedAt = dateOf(row, mapping, 'receivedAt', faults);
  if (!receivedAt && faults.length === 0) faults.push('la date de réception manque');
  const point = placeOf(row, mapping.place, faults);
  const [description, address] = [text(mapping.description), text(mapping.address)];
  for (const [name, value] of Object.entries({ reference, description, address })) {
    const most = LONGEST[name as keyof typeof LONGEST];
    if (value.length > most) faults.push(`${name} : plus de ${most} caractères`);
    if (value.includes('\0')) faults.push(`${name} : caractère nul`);
  }
  const status = (text(mapping.status) || 'received') as Draft['history'][number]['status'];
  const closedAt = status === 'received' ? undefined : dateOf(row, mapping, 'closedAt', faults);
  const at = closedAt ?? receivedAt;
  if (receivedAt && at && at < receivedAt) faults.push('close avant d’être reçue');
  if (
    faults.length > 0 ||
    !receivedAt ||
    !at ||
    service === undefined ||
    organizationId === undefined
  ) {
    return { faults };
  }
  const note = text(mapping.note);
  return {
    externalReference: mapping.source ? `${mapping.source}:${reference}` : reference,
    serviceCode: service,
    description,
    channel: (text(mapping.channel) || 'web') as Draft['channel'],
    point,
    address,
    organizationId,
    receivedAt,
    history: status === 'received' ? [] : [{ status, at, ...(note !== '' && { note }) }],
  };
}

function fieldOf(row: Row, field: Field | undefined): string {
  if (!field) return '';
  const columns = field.columns ?? (field.column === undefined ? [] : [field.column]);
  const raw =
    columns.length === 0
      ? (field.constant ?? '')
      : columns
          .map((name) => cell(row, name))
          .filter((part) => part !== '')
          .join(field.join ?? ' ');
  if (field.values && Object.hasOwn(field.values, raw)) return field.values[raw] as string;
  return field.otherwise ?? raw;
}

function cell(row: Row, name: string): string {
  const value = Object.hasOwn(row, name) ? row[name] : undefined;
  return value === null || value === undefined || typeof value === 'object'
    ? ''
    : String(value).trim();
}

function dateOf(row: Row, mapping: Mapping, name: 'receivedAt' | 'closedAt', faults: string[]) {
  const when = mapping[name];
  const text = when ? cell(row, when.column) : '';
  if (!when || text === '') return undefined;
  const date = readDate(text, when);
  if (!date) faults.push(`date illisible, « ${text} »`);
  return date;
}

function placeOf(row: Row, place: PlaceColumns | undefined, faults: string[]): Point | null {
  if (!place) return null;
  const [first, second] =
    'column' in place
      ? (cell(row, place.column).match(/-?\d+(?:\.\d+)?/g) ?? ['', ''])
      : 'lat' in place
        ? [cell(row, place.lat), cell(row, place.long)]
        : [cell(row, place.x), cell(row, place.y)];
  if (!first && !second) return null;
  const point = toPoint(place, first ?? '', second ?? '');
  if (point && isPoint(point) && !(point.lat === 0 && point.long === 0)) return point;
  if (point?.lat === 0) return null;
  faults.push(`lieu illisible, « ${first} ${second} »`);
  return null;
}

function toPoint(place: PlaceColumns, first: string, second: string): Point | undefined {
  if ('lat' in place) return parsePoint(first, second) ?? undefined;
  if ('column' in place) {
    const [lat, long] = place.order === 'lat-long' ? [first, second] : [second, first];
    return parsePoint(lat, long) ?? undefined;
  }
  const [x, y] = [Number(first), Number(second)];
  if (first === '' || second === '' || !Number.isFinite(x) || !Number.isFinite(y)) return undefined;
  if (place.system === 'lambert-93') return fromLambert93(x, y);
  return place.system === 'lv95' ? fromLv95(x, y) : { lat: y, long: x };
}
