import Type from 'typebox';
import { Id } from '../../../platform/http/index.ts';
import { filters } from '../schemas/filters.ts';
import { Instant, Nullable } from '../schemas/parts.ts';

const { bbox, communeId, serviceGroup, serviceCode, status } = filters;

const lang = Type.Optional(
  Type.Enum(['fr', 'en'], { description: 'La langue du flux ; en français sans cela' }),
);

export const LanguageQuery = Type.Object({ lang });
export const FeedQuery = Type.Object({ lang, bbox, communeId, serviceGroup, serviceCode, status });

export const NewsView = Type.Object({
  items: Type.Array(
    Type.Object(
      {
        id: Id,
        requestId: Id,
        at: Instant,
        title: Type.String(),
        detail: Nullable(Type.String()),
        serviceName: Type.String(),
        address: Type.String(),
      },
      { title: 'News' },
    ),
  ),
});
