import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';

const shared = { allErrors: false, useDefaults: true, removeAdditional: false } as const;

/** Bodies say what they mean: no coercion. */
const strict = withFormats(new Ajv({ ...shared, coerceTypes: false }));
/** Addresses are text: numbers and lists in them are read from it. */
const coercing = withFormats(new Ajv({ ...shared, coerceTypes: 'array' }));

/** One compiler for bodies, one for query strings, path parameters and headers. */
export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? strict : coercing).compile(schema);

/** One validation error as RFC 9457's example shows it: where, and what. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** Ajv's errors in plain French, with a JSON pointer to each place. */
export function describe(errors: readonly ErrorObject[]): FieldError[] {
  // A union reports every branch that failed, then itself. A branch that fails deeper inside is
  // the one that was meant; when none does, the union itself says the most.
  const union = errors.findLast(({ keyword }) => keyword === 'anyOf');
  const depth = ({ instancePath }: ErrorObject) => instancePath.length;
  const deepest = errors.reduce((a, b) => (depth(b) > depth(a) ? b : a), errors[0] as ErrorObject);
  const telling = !union ? errors : [depth(deepest) > depth(union) ? deepest : union];
  return telling.map((error) => ({ pointer: pointerOf(error), detail: detailOf(error) }));
}

function pointerOf({ instancePath, keyword, params }: ErrorObject): string {
  if (keyword === 'required') return `${instancePath}/${params.missingProperty}`;
  if (keyword === 'additionalProperties') return `${instancePath}/${params.additionalProperty}`;
  return instancePath || '/';
}

const DETAILS: Record<string, (params: Record<string, unknown>) => string> = {
  required: () => 'Ce champ est obligatoire.',
  additionalProperties: () => 'Ce champ n’est pas connu ici.',
  type: ({ type }) => `La valeur doit être du type « ${type} ».`,
  minLength: ({ limit }) => `Au moins ${limit} caractère(s).`,
  maxLength: ({ limit }) => `Au plus ${limit} caractères.`,
  minimum: ({ limit }) => `Au moins ${limit}.`,
  maximum: ({ limit }) => `Au plus ${limit}.`,
  minItems: ({ limit }) => `Au moins ${limit} élément(s).`,
  maxItems: ({ limit }) => `Au plus ${limit} éléments.`,
  enum: ({ allowedValues }) => `Une de ces valeurs : ${(allowedValues as unknown[]).join(', ')}.`,
  const: ({ allowedValue }) => `La seule valeur possible est « ${allowedValue} ».`,
  format: ({ format }) => `Le format attendu est « ${format} ».`,
  anyOf: () => 'Cette valeur n’est d’aucune des formes possibles ici.',
  pattern: () => 'La forme de cette valeur n’est pas celle attendue.',
};

function detailOf({ keyword, params, message }: ErrorObject): string {
  return DETAILS[keyword]?.(params) ?? message ?? 'Cette valeur n’est pas acceptée.';
}

function withFormats(ajv: Ajv): Ajv {
  formats.default(ajv, ['date', 'date-time', 'email', 'uuid', 'uri', 'time']);
  return ajv;
}
