import Type, { type Static } from 'typebox';
import { pageQuery } from '../../../platform/http/index.ts';
import { filters } from './filters.ts';

export const ListQuery = Type.Object({
  ...pageQuery,
  ...filters,
  sort: Type.Optional(Type.Enum(['priority', 'newest', 'oldest', 'relevance'])),
  view: Type.Optional(Type.String({ format: 'uuid', description: 'Une vue enregistrée' })),
});
export type ListQuery = Static<typeof ListQuery>;

export const QueuesView = Type.Object(
  {
    toOrient: Type.Integer(),
    contested: Type.Integer({ description: 'De celles à orienter, celles dont personne ne veut' }),
    awaited: Type.Integer(),
    disputed: Type.Integer(),
    wrote: Type.Integer(),
  },
  { title: 'Queues' },
);
