import Type, { type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { CHANNELS, STATUSES } from '../../modules/service-requests/index.ts';
import { CommandError } from '../command-error.ts';

const closed = { additionalProperties: false };
const Column = Type.String({ minLength: 1, maxLength: 200 });
const Text = Type.String({ maxLength: 1_000 });
const Values = Type.Record(Type.String({ maxLength: 500 }), Text);

/** Where a text comes from: one column, several joined, or always the same; then what it becomes. */
const Field = Type.Object(
  {
    column: Type.Optional(Column),
    columns: Type.Optional(Type.Array(Column, { minItems: 1, maxItems: 20 })),
    join: Type.Optional(Type.String({ maxLength: 20, default: ' ' })),
    constant: Type.Optional(Text),
    values: Type.Optional(Values),
    otherwise: Type.Optional(Text),
  },
  closed,
);
export type Field = Static<typeof Field>;

const When = Type.Object(
  {
    column: Column,
    format: Type.Optional(Type.String({ minLength: 4, maxLength: 40 })),
    timeZone: Type.Optional(Type.String({ maxLength: 60 })),
  },
  closed,
);
export type When = Static<typeof When>;

const Place = Type.Union([
  Type.Object({ lat: Column, long: Column }, closed),
  Type.Object({ x: Column, y: Column, system: Type.Enum(['lambert-93', 'lv95', 'wgs84']) }, closed),
  Type.Object({ column: Column, order: Type.Enum(['lat-long', 'long-lat']) }, closed),
]);
export type PlaceColumns = Static<typeof Place>;

/** How the lines of a file become requests: see docs/guide/importer-des-demandes.md. */
export const Mapping = Type.Object(
  {
    delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
    encoding: Type.Optional(Type.Enum(['utf-8', 'windows-1252'])),
    source: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,40}$' })),
    reference: Type.Optional(Field),
    service: Type.Optional(Field),
    description: Type.Optional(Field),
    address: Type.Optional(Field),
    organization: Type.Optional(Field),
    channel: Type.Optional(Field),
    status: Type.Optional(Field),
    note: Type.Optional(Field),
    place: Type.Optional(Place),
    receivedAt: Type.Optional(When),
    closedAt: Type.Optional(When),
    outside: Type.Optional(Type.Enum(['refuse', 'keep'])),
  },
  closed,
);
export type Mapping = Static<typeof Mapping>;

/** What GeoReport v2 calls each thing: a mapping file only says what differs. */
export const OPEN311_MAPPING: Mapping = {
  reference: { column: 'service_request_id' },
  service: { column: 'service_code' },
  description: { column: 'description' },
  address: { column: 'address' },
  status: { column: 'status', values: { open: 'received', closed: 'answered' } },
  note: { column: 'status_notes' },
  place: { lat: 'lat', long: 'long' },
  receivedAt: { column: 'requested_datetime' },
  closedAt: { column: 'updated_datetime' },
  channel: { constant: 'open311' },
};

const validator = Compile(Mapping);

/**
 * Reads a mapping file's content.
 *
 * @throws CommandError with every fault
 */
export function readMapping(text: string): Mapping {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CommandError('Le fichier de correspondance n’est pas du JSON bien formé.');
  }
  if (validator.Check(value)) return checked(value);
  const faults = [...validator.Errors(value)].map(
    ({ instancePath, message }) => `  ${instancePath || '/'} : ${message}`,
  );
  throw new CommandError(['Le fichier de correspondance est à corriger :', ...faults].join('\n'));
}

/** What no schema says: words that we know. */
function checked(mapping: Mapping): Mapping {
  const faults = [
    ...unknownWords('status', mapping.status, STATUSES),
    ...unknownWords('channel', mapping.channel, CHANNELS),
  ];
  for (const when of [mapping.receivedAt, mapping.closedAt]) {
    if (when?.timeZone !== undefined && !isZone(when.timeZone)) {
      faults.push(`  fuseau horaire inconnu : « ${when.timeZone} »`);
    }
  }
  if (faults.length === 0) return mapping;
  throw new CommandError(['Le fichier de correspondance est à corriger :', ...faults].join('\n'));
}

function unknownWords(name: string, field: Field | undefined, known: readonly string[]): string[] {
  const words = [field?.constant, field?.otherwise, ...Object.values(field?.values ?? {})];
  return words
    .filter((word) => word !== undefined && !known.includes(word))
    .map((word) => `  /${name} : « ${word} » n’est pas dans ${known.join(', ')}`);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('fr', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
