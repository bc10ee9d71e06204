import Type, { type Static } from 'typebox';
import { closed, Id } from '../../../platform/http/index.ts';
import { STATUSES } from '../model.ts';
import { DuplicateCandidate } from '../schemas.ts';

export const MergeBody = Type.Object(
  { intoId: Id },
  {
    ...closed,
    title: 'MergeServiceRequest',
    description: 'La demande à laquelle joindre celle-ci ; si elle est jointe elle-même, sa tête.',
  },
);
export const UnmergeBody = Type.Object(
  { reason: Type.Optional(Type.String({ maxLength: 5_000 })) },
  { ...closed, title: 'UnmergeServiceRequest' },
);

const around = {
  serviceCode: Type.String({ minLength: 1, maxLength: 80 }),
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  long: Type.Number({ minimum: -180, maximum: 180 }),
  accuracy: Type.Optional(
    Type.Number({ minimum: 0, maximum: 200, description: 'Incertitude du lieu, en mètres' }),
  ),
  q: Type.Optional(Type.String({ maxLength: 2_000, description: 'Ce qui se passe, en mots' })),
};

export const DuplicatesQuery = Type.Object(around);
export type DuplicatesQuery = Static<typeof DuplicatesQuery>;

/** The desk also says who calls: the same person at the same moment is the same call. */
export const DeskDuplicatesQuery = Type.Object({
  ...around,
  phone: Type.Optional(Type.String({ maxLength: 30 })),
  email: Type.Optional(Type.String({ maxLength: 254 })),
});
export type DeskDuplicatesQuery = Static<typeof DeskDuplicatesQuery>;

export const Duplicates = Type.Object({ items: Type.Array(DuplicateCandidate) });

const PublicDuplicate = Type.Object(
  {
    id: Id,
    serviceName: Type.String(),
    status: Type.Enum([...STATUSES]),
    statusLabel: Type.String(),
    address: Type.String(),
    point: Type.Unsafe<{ lat: number; long: number } | null>({
      type: ['object', 'null'],
      properties: { lat: { type: 'number' }, long: { type: 'number' } },
      required: ['lat', 'long'],
    }),
    organization: Type.Unsafe<{ id: string; name: string } | null>({
      type: ['object', 'null'],
      properties: { id: { type: 'string' }, name: { type: 'string' } },
      required: ['id', 'name'],
    }),
    receivedAt: Type.String({ format: 'date-time' }),
    closedAt: Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' }),
    reports: Type.Integer({ description: 'Combien de personnes l’ont signalé' }),
    text: Type.Unsafe<string | null>({ type: ['string', 'null'], description: 'Texte publié' }),
    photoId: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
    metres: Type.Integer(),
    reason: Type.String({ examples: ['même prestation, à 12 m, il y a 3 jours'] }),
  },
  { title: 'PublicDuplicate' },
);
export type PublicDuplicate = Static<typeof PublicDuplicate>;
export const PublicDuplicates = Type.Object({ items: Type.Array(PublicDuplicate) });

const rule = {
  serviceCode: Type.String({ minLength: 1, maxLength: 80 }),
  radiusMetres: Type.Integer({ minimum: 0, maximum: 500, description: '0 n’en propose aucun' }),
  openDays: Type.Integer({ minimum: 1, maximum: 3_650 }),
  pastDays: Type.Integer({ minimum: 0, maximum: 365 }),
  confusedWith: Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 50 }),
};

export const SetDuplicateRules = Type.Object(
  { items: Type.Array(Type.Object(rule, closed), { maxItems: 1_000 }) },
  { ...closed, title: 'SetDuplicateRules' },
);
export const DuplicateRules = Type.Object({
  version: Type.Integer(),
  items: Type.Array(
    Type.Object(
      { ...rule, serviceName: Type.String(), own: Type.Boolean() },
      { title: 'DuplicateRule' },
    ),
  ),
});
