import Type from 'typebox';

const closed = { additionalProperties: false };
const Code = Type.String({ minLength: 1, maxLength: 200 });
const Url = Type.String({ pattern: '^https?://[^\\s?#]+$', maxLength: 500 });
const Jurisdiction = Type.Union([Type.String({ minLength: 1, maxLength: 200 }), Type.Null()]);
const Services = Type.Record(
  Type.String({ maxLength: 80 }),
  Type.Object(
    { code: Code, attributes: Type.Record(Type.String({ maxLength: 80 }), Code) },
    closed,
  ),
);

export const SetServerBody = Type.Object(
  {
    url: Url,
    jurisdictionId: Jurisdiction,
    apiKey: Type.Optional(Type.String({ maxLength: 500 })),
    services: Services,
    enabled: Type.Boolean(),
  },
  closed,
);

export const TryServerBody = Type.Object({ url: Url, jurisdictionId: Jurisdiction }, closed);

export const ServerView = Type.Object({
  url: Type.String(),
  jurisdictionId: Type.Union([Type.String(), Type.Null()]),
  hasKey: Type.Boolean(),
  services: Services,
  enabled: Type.Boolean(),
  failures: Type.Integer(),
  closedUntil: Type.Union([Type.String(), Type.Null()]),
  version: Type.Integer(),
});

export const TheirServices = Type.Object({
  items: Type.Array(
    Type.Object({ code: Type.String(), name: Type.String(), group: Type.String() }),
  ),
});
