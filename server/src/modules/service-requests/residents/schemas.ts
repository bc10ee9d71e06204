import Type from 'typebox';
import { closed, words } from '../../../platform/http/index.ts';
import { SCORES, type Score } from '../model.ts';

const photoIds = Type.Optional(
  Type.Array(Type.String({ format: 'uuid' }), { maxItems: 5, uniqueItems: true }),
);

export const WordsBody = Type.Object(
  { text: words(5_000), photoIds },
  { ...closed, title: 'ResidentWords' },
);

export const ContestBody = Type.Object(
  { text: words(5_000), photoIds },
  { ...closed, title: 'ContestServiceRequest' },
);

export const RatingBody = Type.Object(
  {
    score: Type.Unsafe<Score>({ type: 'integer', enum: [...SCORES] }),
    comment: Type.Optional(Type.String({ maxLength: 2_000 })),
  },
  { ...closed, title: 'RateServiceRequest' },
);
