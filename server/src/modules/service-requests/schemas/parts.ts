import Type, { type Static, type TSchema } from 'typebox';
import { closed, Id } from '../../../platform/http/index.ts';
import { PREFERENCES, type Preference } from '../contact.ts';

/** Said by `type`, not by `anyOf`: a serializer need not then try each branch on each value. */
export const Nullable = <S extends TSchema & { type: string }>(schema: S) =>
  Type.Unsafe<Static<S> | null>({ ...schema, type: [schema.type, 'null'] });
export const Instant = Type.String({ format: 'date-time', maxLength: 40 });
export const Grade = Type.Unsafe<1 | 2 | 3 | 4>({ type: 'integer', enum: [1, 2, 3, 4] });
export const NullableGrade = Type.Unsafe<1 | 2 | 3 | 4 | null>({
  type: ['integer', 'null'],
  enum: [1, 2, 3, 4, null],
});
export const NullablePreference = Type.Unsafe<Preference | null>({
  type: ['string', 'null'],
  enum: [...PREFERENCES, null],
});
export const Code = Type.String({ minLength: 1, maxLength: 80, pattern: '^[A-Za-z0-9._-]+$' });
export const Named = Type.Object({ id: Id, name: Type.String() });
export const PhotoKind = Type.Enum(['resident', 'before', 'after']);

export const Point = Type.Object(
  {
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    long: Type.Number({ minimum: -180, maximum: 180 }),
  },
  closed,
);
