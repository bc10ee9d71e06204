import Type, { type Static } from 'typebox';
import { Id } from '../../../platform/http/index.ts';
import { SILENCES } from '../commitments/legal.ts';
import { STATUSES } from '../model.ts';
import { Instant, Named, Nullable, PhotoKind, Point } from './parts.ts';
import { summary } from './summary.ts';

export const TrackingParams = Type.Object({
  code: Type.String({
    maxLength: 40,
    description: 'Le code de suivi, ou la clé d’une personne qui suit la demande',
  }),
});
export const TrackingView = Type.Object(
  {
    key: Type.String({ description: 'Ce qui ouvre cette page : le code, ou la clé' }),
    role: Type.Enum(['reporter', 'follower']),
    code: Type.String(),
    serviceCode: Type.String(),
    serviceName: Type.String(),
    status: Type.Enum([...STATUSES]),
    statusLabel: Type.String(),
    place: Type.String(),
    point: Nullable(Point),
    communeName: Nullable(Type.String()),
    receivedAt: Instant,
    updatedAt: Instant,
    closedAt: Nullable(Instant),
    plannedAt: Nullable(Instant),
    organization: Nullable(Named),
    nextStep: Type.String(),
    serviceSteps: Nullable(
      Type.String({
        description: 'Ce que la collectivité fait ensuite, dans ses mots',
      }),
    ),
    dueAt: Nullable(Instant),
    legal: Nullable(
      Type.Object(
        {
          silence: Type.Enum([...SILENCES]),
          lastDay: Type.String({ format: 'date' }),
          source: Type.String(),
          passed: Type.Boolean(),
        },
        { description: 'D’une demande administrative : ce que vaut le silence, et à quelle date' },
      ),
    ),
    joinedTo: Nullable(
      Type.Object(
        { receivedAt: Instant, reports: Type.Integer() },
        { description: 'Une autre demande dit la suite des deux' },
      ),
    ),
    evidence: summary.evidence,
    question: Nullable(Type.String({ description: 'Ce que la collectivité attend de vous' })),
    contestableUntil: Nullable(Instant),
    reopenedCount: Type.Integer(),
    score: Nullable(Type.Integer({ description: 'Votre réponse à la question de satisfaction' })),
    timeline: Type.Array(
      Type.Object({
        id: Id,
        at: Instant,
        type: Type.String(),
        title: Type.String(),
        detail: Nullable(Type.String()),
        organizationName: Nullable(Type.String()),
      }),
    ),
    photos: Type.Array(Type.Object({ fileId: Id, kind: PhotoKind })),
    confirmation: Type.String(),
  },
  { title: 'Tracking' },
);
export type TrackingView = Static<typeof TrackingView>;
