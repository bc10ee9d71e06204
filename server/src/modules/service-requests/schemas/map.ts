import Type, { type Static } from 'typebox';
import { Id } from '../../../platform/http/index.ts';
import { BBOX, filters } from './filters.ts';
import { Grade, Instant } from './parts.ts';

const { q: _, ...mapFilters } = filters;
export const MapQuery = Type.Object({
  ...mapFilters,
  bbox: Type.String({ pattern: BBOX, maxLength: 100 }),
  zoom: Type.Number({ minimum: 0, maximum: 24 }),
});
export type MapQuery = Static<typeof MapQuery>;

export const MapFeatures = Type.Object(
  {
    type: Type.Literal('FeatureCollection'),
    features: Type.Array(
      Type.Object({
        type: Type.Literal('Feature'),
        geometry: Type.Object({
          type: Type.Literal('Point'),
          coordinates: Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }),
        }),
        properties: Type.Object({
          cluster: Type.Boolean(),
          count: Type.Integer(),
          priority: Grade,
          id: Type.Optional(Id),
          serviceCode: Type.Optional(Type.String()),
          serviceName: Type.Optional(Type.String()),
          status: Type.Optional(Type.String()),
          receivedAt: Type.Optional(Instant),
        }),
      }),
    ),
  },
  { title: 'RequestMap' },
);
export type MapFeatures = Static<typeof MapFeatures>;
