import Type from 'typebox';
import { Id, page } from '../../../platform/http/index.ts';
import { AREA_KINDS } from './area.ts';

const Kind = Type.Enum([...AREA_KINDS]);

export const AreaQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Un nom, même mal écrit' })),
  lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  long: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
});

export const AreaParams = Type.Object({ kind: Kind, id: Id });

export const AreaView = Type.Object(
  { kind: Kind, id: Id, name: Type.String(), communeName: Type.String() },
  { title: 'Area' },
);
export const Areas = page(AreaView);
