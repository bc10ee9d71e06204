import Type from 'typebox';

const closed = { additionalProperties: false };
const Counts = Type.Record(Type.String(), Type.Integer());
const Retention = Type.Object({
  days: Type.Integer(),
  least: Type.Integer(),
  most: Type.Integer(),
});

export const RegisterView = Type.Object({
  version: Type.Integer(),
  items: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      purpose: Type.String(),
      legalBasis: Type.String(),
      people: Type.String(),
      data: Type.Array(Type.Object({ kind: Type.String(), columns: Type.Array(Type.String()) })),
      recipients: Type.String(),
      retention: Type.Union([Retention, Type.Null()]),
      days: Type.Union([Type.Integer(), Type.Null()], { description: 'Durée appliquée ici' }),
      since: Type.String(),
    }),
  ),
});

export const RetentionBody = Type.Object(
  {
    retention: Type.Record(
      Type.String({ maxLength: 80 }),
      Type.Integer({ minimum: 1, maximum: 36_500 }),
      { maxProperties: 50 },
    ),
  },
  closed,
);

export const SubjectBody = Type.Object(
  {
    email: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
    phone: Type.Optional(Type.String({ minLength: 3, maxLength: 40 })),
    reason: Type.String({
      minLength: 1,
      maxLength: 500,
      description: 'Pourquoi, sans nommer la personne : la référence de son courrier',
    }),
  },
  closed,
);

export const ExportView = Type.Object({
  exportedAt: Type.String({ format: 'date-time' }),
  counts: Counts,
  data: Type.Record(Type.String(), Type.Array(Type.Unknown())),
});

export const ErasedView = Type.Object({ counts: Counts });
