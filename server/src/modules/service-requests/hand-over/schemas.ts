import Type from 'typebox';
import { closed, Id, words } from '../../../platform/http/index.ts';
import { REFUSAL_REASONS } from './model.ts';
import { type Field, RIGHTS } from './policy.ts';

const Right = Type.Enum([...RIGHTS]);
const Named = Type.Object({ id: Id, name: Type.String() });

/** What a list shows of a request's way from hand to hand. */
export const handOverSummary = {
  hops: Type.Integer(),
  contested: Type.Boolean(),
};

/** What one request shows beside. */
export const handOverDetail = {
  orienting: Type.Unsafe<{ id: string; name: string } | null>({
    ...Named,
    type: ['object', 'null'],
  }),
  concerned: Type.Array(Named, {
    description: 'Ceux qui agissent au même endroit pour autre chose',
  }),
  refusals: Type.Array(
    Type.Object({
      organization: Named,
      reason: Type.Enum([...REFUSAL_REASONS]),
      label: Type.String(),
      note: Type.String(),
      at: Type.String({ format: 'date-time' }),
      binding: Type.Boolean({ description: 'Vaut encore' }),
    }),
  ),
  hadItIds: Type.Array(Id, { description: 'L’ont refusée, ou déjà eue' }),
  mayInsist: Type.Boolean({
    description: 'Peut rendre la demande à un organisme qui l’a refusée ou déjà eue',
  }),
  rights: Type.Object(
    {
      report: Right,
      assignment: Right,
      triage: Right,
      work: Right,
      contact: Right,
      'words-to-resident': Right,
      'shared-notes': Right,
      'own-notes': Right,
    } satisfies Record<Field, typeof Right>,
    { description: 'Vos droits sur chaque partie du dossier commun' },
  ),
};

export const AcceptBody = Type.Object({}, { ...closed, title: 'AcceptServiceRequest' });
export const RefuseBody = Type.Object(
  {
    reason: Type.Enum([...REFUSAL_REASONS]),
    note: Type.Optional(Type.String({ maxLength: 5_000 })),
  },
  { ...closed, title: 'RefuseServiceRequest' },
);
export const TransferBody = Type.Object(
  {
    organizationId: Id,
    reason: words(5_000),
    insist: Type.Optional(
      Type.Boolean({ description: 'Malgré un refus : réservé à l’organisme qui oriente' }),
    ),
  },
  { ...closed, title: 'TransferServiceRequest' },
);
export const CorrectBody = Type.Object(
  {
    serviceCode: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    point: Type.Optional(
      Type.Object(
        {
          lat: Type.Number({ minimum: -90, maximum: 90 }),
          long: Type.Number({ minimum: -180, maximum: 180 }),
        },
        closed,
      ),
    ),
    address: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
    answers: Type.Optional(
      Type.Record(
        Type.String({ maxLength: 80 }),
        Type.Union([
          Type.String({ maxLength: 10_000 }),
          Type.Array(Type.String({ maxLength: 500 }), { maxItems: 200 }),
        ]),
        { maxProperties: 100 },
      ),
    ),
    reason: Type.Optional(Type.String({ maxLength: 5_000 })),
  },
  { ...closed, minProperties: 1, title: 'CorrectServiceRequest' },
);
