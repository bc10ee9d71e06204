import Type from 'typebox';
import { closed, Id, words } from '../../../platform/http/index.ts';

export const SavedViewInput = Type.Object(
  {
    name: words(100),
    query: Type.Record(Type.String({ maxLength: 40 }), Type.String({ maxLength: 300 }), {
      maxProperties: 20,
    }),
    shared: Type.Boolean(),
  },
  { ...closed, title: 'SavedViewInput' },
);
export const SavedViewView = Type.Object(
  {
    id: Id,
    name: Type.String(),
    query: Type.Record(Type.String(), Type.String()),
    shared: Type.Boolean(),
    mine: Type.Boolean(),
  },
  { title: 'SavedView' },
);
export const SavedViews = Type.Object({ items: Type.Array(SavedViewView) });
