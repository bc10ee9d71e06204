import Type from 'typebox';

const closed = { additionalProperties: false };
const Counts = Type.Record(Type.String(), Type.Integer());
const Retention = Type.Object({
  days: Type.Integer(),
  least: Type.Integer(),
  most: Type.Integer(),
});

const Erasure = Type.Union([
  Type.Object({ goes: Type.String(), stays: Type.String() }),
  Type.Null(),
]);

const ContactView = Type.Object({
  controller: Type.String({ description: 'Responsable du traitement' }),
  officer: Type.String({ description: 'Délégué à la protection des données' }),
  email: Type.String(),
  phone: Type.String(),
  address: Type.String(),
});

export const RegisterView = Type.Object({
  version: Type.Integer(),
  contact: ContactView,
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
      erasure: Erasure,
    }),
  ),
  changes: Type.Array(
    Type.Object({
      at: Type.String({ format: 'date-time' }),
      by: Type.String(),
      reason: Type.Union([Type.String(), Type.Null()]),
    }),
    { description: 'Les derniers changements de durée, du plus récent au plus ancien' },
  ),
});

export const PublicRegisterView = Type.Object({
  contact: ContactView,
  items: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      purpose: Type.String(),
      legalBasis: Type.String(),
      people: Type.String(),
      data: Type.Array(Type.String()),
      recipients: Type.String(),
      days: Type.Union([Type.Integer(), Type.Null()]),
      since: Type.String(),
      erasure: Erasure,
    }),
  ),
});

export const ContactBody = Type.Object(
  {
    controller: Type.String({ minLength: 1, maxLength: 200 }),
    officer: Type.String({ maxLength: 200 }),
    email: Type.String({ maxLength: 254, pattern: '^$|^[^@\\s]+@[^@\\s]+$' }),
    phone: Type.String({ maxLength: 40 }),
    address: Type.String({ maxLength: 500 }),
  },
  closed,
);

export const RetentionBody = Type.Object(
  {
    retention: Type.Record(
      Type.String({ maxLength: 80 }),
      Type.Integer({ minimum: 1, maximum: 36_500 }),
      { maxProperties: 50 },
    ),
    reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  },
  closed,
);

export const SearchBody = Type.Object(
  { words: Type.String({ minLength: 2, maxLength: 254, pattern: '\\S.*\\S' }) },
  closed,
);

const OrNull = Type.Union([Type.String(), Type.Null()]);

export const SearchView = Type.Object({
  items: Type.Array(
    Type.Object({
      names: Type.Array(Type.String()),
      email: OrNull,
      phone: OrNull,
      requestIds: Type.Array(Type.String(), {
        description: 'Pour qui n’a donné ni adresse ni numéro',
      }),
      seen: Type.Array(
        Type.Object({ code: Type.String(), what: Type.String(), at: Type.String() }),
      ),
      count: Type.Integer(),
    }),
  ),
  more: Type.Boolean({ description: 'La recherche est trop large : d’autres existent' }),
});

const about = {
  emails: Type.Optional(
    Type.Array(Type.String({ minLength: 3, maxLength: 254 }), {
      maxItems: 20,
      description: 'Toutes ses adresses électroniques',
    }),
  ),
  phones: Type.Optional(
    Type.Array(Type.String({ minLength: 3, maxLength: 40 }), {
      maxItems: 20,
      description: 'Tous ses numéros',
    }),
  ),
  requestIds: Type.Optional(Type.Array(Type.String({ format: 'uuid' }), { maxItems: 100 })),
  itemIds: Type.Optional(
    Type.Array(Type.String({ format: 'uuid' }), {
      maxItems: 5_000,
      description:
        'Dans ce qui est gardé sous ces adresses et ces numéros, ce qui est à la personne ; sans ce champ, tout',
    }),
  ),
};

export const SubjectBody = Type.Object(about, closed);

export const AskedSubjectBody = Type.Object(
  {
    ...about,
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
