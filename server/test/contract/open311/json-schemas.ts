import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/**
 * GeoReport v2 in JSON, written from the tables of the specification: the bare array of the « Spark
 * convention », no member that the specification does not name.
 */
const text = { type: 'string' };
const filled = { type: 'string', minLength: 1 };
const maybe = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
const instant = {
  type: 'string',
  format: 'date-time',
  pattern: '(Z|[+-]\\d{2}:\\d{2})$',
};
const object = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});
const arrayOf = (items: object, more = {}) => ({ type: 'array', items, ...more });

const request = object(
  {
    service_request_id: filled,
    status: { enum: ['open', 'closed'] },
    status_notes: maybe(text),
    service_name: text,
    service_code: filled,
    description: { type: 'string', maxLength: 4_000 },
    agency_responsible: maybe(text),
    service_notice: maybe(text),
    requested_datetime: instant,
    updated_datetime: instant,
    expected_datetime: maybe(instant),
    address: text,
    address_id: maybe(text),
    zipcode: maybe(text),
    lat: maybe({ type: 'number', minimum: -90, maximum: 90 }),
    long: maybe({ type: 'number', minimum: -180, maximum: 180 }),
    media_url: maybe({ type: 'string', format: 'uri' }),
  },
  ['status_notes', 'agency_responsible', 'service_notice', 'expected_datetime'],
);

export const SCHEMAS = {
  discovery: object({
    changeset: instant,
    contact: filled,
    key_service: filled,
    endpoints: arrayOf(
      object({
        specification: { type: 'string', format: 'uri' },
        url: { type: 'string', format: 'uri' },
        changeset: instant,
        type: { enum: ['production', 'test'] },
        formats: arrayOf({ enum: ['text/xml', 'application/json'] }, { minItems: 1 }),
      }),
      { minItems: 1 },
    ),
  }),
  services: arrayOf(
    object({
      service_code: filled,
      service_name: filled,
      description: text,
      metadata: { type: 'boolean' },
      type: { enum: ['realtime', 'batch', 'blackbox'] },
      keywords: text,
      group: text,
    }),
  ),
  service_definition: object({
    service_code: filled,
    attributes: arrayOf(
      object({
        variable: { type: 'boolean' },
        code: filled,
        datatype: {
          enum: ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'],
        },
        required: { type: 'boolean' },
        datatype_description: text,
        order: { type: 'integer', minimum: 1 },
        description: text,
        values: arrayOf(object({ key: filled, name: filled })),
      }),
    ),
  }),
  posted: arrayOf(
    {
      ...object(
        {
          service_request_id: filled,
          token: filled,
          service_notice: maybe(text),
          account_id: maybe(text),
        },
        ['service_request_id', 'token', 'service_notice', 'account_id'],
      ),
      // « This should not be returned if token is returned », and the other way round.
      oneOf: [{ required: ['service_request_id'] }, { required: ['token'] }],
    },
    { minItems: 1, maxItems: 1 },
  ),
  token: arrayOf(object({ service_request_id: filled, token: filled }), {
    minItems: 1,
    maxItems: 1,
  }),
  requests: arrayOf(request, { maxItems: 1_000 }),
  request: arrayOf(request, { minItems: 1, maxItems: 1 }),
  errors: arrayOf(object({ code: { type: 'integer' }, description: filled }), { minItems: 1 }),
} as const;

export type SchemaName = keyof typeof SCHEMAS;

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validators = Object.fromEntries(
  Object.entries(SCHEMAS).map(([name, schema]) => [name, ajv.compile(schema)]),
);

/** What of the content breaks its schema; empty when it is valid. */
export function jsonFaults(name: SchemaName, content: unknown): string[] {
  const validate = validators[name];
  if (!validate) throw new Error(`no schema ${name}`);
  validate(content);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
