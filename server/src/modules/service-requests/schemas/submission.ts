import Type from 'typebox';
import { closed, Id } from '../../../platform/http/index.ts';
import { PREFERENCES } from '../contact.ts';
import { CHANNELS } from '../model.ts';
import { Named, Nullable, Point } from './parts.ts';

const contact = {
  name: Type.Optional(Type.String({ maxLength: 200 })),
  email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
  phone: Type.Optional(Type.String({ maxLength: 30, pattern: '^[+0-9 ().-]*$' })),
  postalAddress: Type.Optional(
    Type.String({
      maxLength: 300,
      description: 'Lignes d’adresse, sans le nom : voie, complément, code postal et ville',
    }),
  ),
  preference: Type.Optional(
    Type.Enum([...PREFERENCES], {
      description: 'Comment répondre ; sinon, par le premier moyen donné',
    }),
  ),
};
const Answers = Type.Record(
  Type.String({ maxLength: 80 }),
  Type.Union([
    Type.String({ maxLength: 10_000 }),
    Type.Array(Type.String({ maxLength: 500 }), { maxItems: 200 }),
  ]),
  { maxProperties: 100 },
);

export const CreateServiceRequest = Type.Object(
  {
    serviceCode: Type.String({ minLength: 1, maxLength: 80 }),
    description: Type.String({ maxLength: 10_000 }),
    point: Type.Optional(Nullable(Point)),
    address: Type.Optional(Nullable(Type.String({ maxLength: 300 }))),
    answers: Type.Optional(Answers),
    photoIds: Type.Optional(Type.Array(Id, { maxItems: 5, uniqueItems: true })),
    contact: Type.Optional(Type.Object(contact, closed)),
    channel: Type.Optional(Type.Enum([...CHANNELS])),
    language: Type.Optional(Type.Enum(['fr', 'en'])),
  },
  {
    ...closed,
    title: 'CreateServiceRequest',
    description: 'Un signalement : une prestation, un lieu (point ou adresse), ce qui se passe.',
  },
);

export const SubmittedView = Type.Object(
  {
    id: Id,
    code: Type.String({ examples: ['K7QM-2X9D'] }),
    url: Type.String(),
    organization: Nullable(Named),
    assignment: Type.Enum(['certain', 'unclear']),
    acknowledgement: Type.String(),
  },
  { title: 'Submitted' },
);
