import Type, { type Static } from 'typebox';
import { Id, page, pageQuery } from '../../../platform/http/index.ts';
import { STATUSES } from '../model.ts';
import { BBOX, filters } from './filters.ts';
import { Instant, Named, Nullable, PhotoKind, Point } from './parts.ts';

const { bbox, communeId, serviceGroup, serviceCode, status, from, to } = filters;
export const PublicListQuery = Type.Object({
  ...pageQuery,
  bbox,
  communeId,
  serviceGroup,
  serviceCode,
  status,
  from,
  to,
});
export type PublicListQuery = Static<typeof PublicListQuery>;

export const PublicMapQuery = Type.Object({
  bbox: Type.String({ pattern: BBOX, maxLength: 100 }),
  zoom: Type.Number({ minimum: 0, maximum: 24 }),
  communeId,
  serviceGroup,
  serviceCode,
  status,
});

const publicRequest = {
  id: Id,
  serviceCode: Type.String(),
  serviceName: Type.String(),
  serviceGroup: Type.String(),
  status: Type.Enum([...STATUSES]),
  statusLabel: Type.String(),
  address: Type.String(),
  communeName: Nullable(Type.String()),
  point: Nullable(Point),
  organization: Nullable(Named),
  receivedAt: Instant,
  closedAt: Nullable(Instant),
  plannedFor: Nullable(Instant),
};
export const PublicRequestPage = page(Type.Object(publicRequest, { title: 'PublicRequest' }));

export const PublicRequestView = Type.Object(
  {
    ...publicRequest,
    leaderId: Nullable(
      Type.String({ format: 'uuid', description: 'Celle à laquelle elle est jointe' }),
    ),
    updatedAt: Instant,
    text: Nullable(Type.String({ description: 'Sans ce qui désigne une personne' })),
    photos: Type.Array(Type.Object({ id: Type.String(), kind: PhotoKind })),
    timeline: Type.Array(
      Type.Object({
        id: Id,
        at: Instant,
        title: Type.String(),
        organizationName: Nullable(Type.String()),
      }),
    ),
  },
  { title: 'PublicRequestDetail' },
);
