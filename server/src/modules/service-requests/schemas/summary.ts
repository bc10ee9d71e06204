import Type, { type Static } from 'typebox';
import { Id } from '../../../platform/http/index.ts';
import { handOverSummary } from '../hand-over/schemas.ts';
import { CHANNELS, EVIDENCES, type Evidence, STATUSES } from '../model.ts';
import { Instant, Named, Nullable, NullableGrade, Point } from './parts.ts';

export const summary = {
  id: Id,
  code: Type.String(),
  serviceCode: Type.String(),
  serviceName: Type.String(),
  serviceGroup: Type.String(),
  status: Type.Enum([...STATUSES]),
  severity: NullableGrade,
  urgency: NullableGrade,
  priority: NullableGrade,
  exposure: Type.Integer({ minimum: 0, maximum: 3 }),
  priorityReason: Type.String({ description: 'En français : ce qui fait la priorité' }),
  excerpt: Type.String(),
  address: Type.String(),
  communeName: Nullable(Type.String()),
  point: Nullable(Point),
  organization: Nullable(Named),
  assignment: Type.Enum(['certain', 'unclear']),
  channel: Type.Enum([...CHANNELS]),
  photoCount: Type.Integer(),
  receivedAt: Instant,
  updatedAt: Instant,
  closedAt: Nullable(Instant),
  dueAt: Nullable(Instant),
  workOrder: Nullable(
    Type.Object({
      id: Id,
      number: Type.String(),
      status: Type.String(),
      crewName: Type.String(),
      scheduledStart: Instant,
    }),
  ),
  mergedIntoId: Nullable(Id),
  duplicatesCount: Type.Integer({ description: 'Demandes jointes à celle-ci' }),
  // —— routing
  ...handOverSummary,
  // —— what residents said afterwards
  waitingSince: Nullable(Instant),
  reopenedCount: Type.Integer(),
  disputedAt: Nullable(Instant),
  wroteAt: Nullable(Instant),
  evidence: Type.Unsafe<Evidence | null>({ type: ['string', 'null'], enum: [...EVIDENCES, null] }),
  version: Type.Integer(),
};

export const RequestSummary = Type.Object(summary, { title: 'RequestSummary' });
export type RequestSummary = Static<typeof RequestSummary>;
