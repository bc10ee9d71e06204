import Type, { type Static } from 'typebox';
import { Id, page, pageQuery } from '../../../platform/http/index.ts';
import { KINDS } from '../model.ts';
import { LETTERS_AT_ONCE } from './print-letters.ts';

const Instant = Type.String({ format: 'date-time' });

export const LetterView = Type.Object(
  {
    id: Id,
    serviceRequestId: Id,
    code: Type.String(),
    recipient: Type.Union([Type.String(), Type.Null()]),
    kind: Type.Enum([...KINDS]),
    subject: Type.String(),
    status: Type.Enum(['to-print', 'printed']),
    createdAt: Instant,
    printedAt: Type.Union([Instant, Type.Null()]),
  },
  { title: 'Letter' },
);
export type LetterView = Static<typeof LetterView>;

export const LetterPage = Type.Object({
  ...page(LetterView).properties,
  toPrint: Type.Integer({ description: 'Combien attendent d’être imprimés, en tout' }),
});

export const LettersQuery = Type.Object({
  ...pageQuery,
  status: Type.Optional(Type.Enum(['to-print', 'printed'])),
});
export type LettersQuery = Static<typeof LettersQuery>;

/** Identifiers in an address: a link that a browser opens needs no script. */
export const PrintQuery = Type.Object({
  ids: Type.String({
    pattern: '^[0-9a-f-]{36}(,[0-9a-f-]{36})*$',
    maxLength: 37 * LETTERS_AT_ONCE,
    description: 'Identifiants séparés par des virgules, cent au plus',
  }),
  duplex: Type.Optional(Type.Boolean({ description: 'Chaque lettre commence une feuille' })),
});

export const PrintedBody = Type.Object(
  { ids: Type.Array(Id, { minItems: 1, maxItems: LETTERS_AT_ONCE, uniqueItems: true }) },
  { additionalProperties: false, title: 'LettersPrinted' },
);
export const PrintedView = Type.Object({ count: Type.Integer() });
