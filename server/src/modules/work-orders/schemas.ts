import Type, { type Static } from 'typebox';
import { closed, Id, page, pageQuery, words } from '../../platform/http/index.ts';
import { COMMANDS, FAILURE_REASONS, STATUSES } from './model.ts';

const Instant = Type.String({ format: 'date-time', maxLength: 40 });
/** Of our century, and without the leap second that RFC 3339 allows and `Date` does not know. */
const GivenInstant = Type.String({
  format: 'date-time',
  pattern: '^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[0-5]\\d',
  maxLength: 40,
});
const Day = Type.String({ format: 'date', maxLength: 10 });
const Level = Type.Integer({ minimum: 1, maximum: 4 });
const Nullable = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);

const Point = Type.Object(
  {
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    long: Type.Number({ minimum: -180, maximum: 180 }),
  },
  closed,
);

const MINUTES_OF_A_WEEK = 7 * 24 * 60;
const MOST_PHOTOS = 10;

const crewId = Id;
const scheduledStart = GivenInstant;
const estimatedMinutes = Type.Integer({ minimum: 5, maximum: MINUTES_OF_A_WEEK });
const photoIds = Type.Array(Id, { maxItems: MOST_PHOTOS, uniqueItems: true });

export const PlanWorkOrder = Type.Object(
  {
    serviceRequestId: Type.Optional(Id),
    title: Type.Optional(words(200)),
    instructions: Type.Optional(Type.String({ maxLength: 5000 })),
    crewId,
    scheduledStart,
    estimatedMinutes,
    severity: Type.Optional(Level),
    urgency: Type.Optional(Level),
    point: Type.Optional(Nullable(Point)),
    address: Type.Optional(Type.String({ maxLength: 300 })),
  },
  {
    ...closed,
    title: 'PlanWorkOrder',
    description:
      'D’une demande : son titre, son lieu et sa gravité sont repris, sauf ceux donnés ici. Sans demande : le titre et un lieu sont obligatoires.',
  },
);
export type PlanWorkOrder = Static<typeof PlanWorkOrder>;

export const StartWorkOrder = Type.Object(
  { photoIds: Type.Optional(photoIds) },
  { ...closed, title: 'StartWorkOrder' },
);
export type StartWorkOrder = Static<typeof StartWorkOrder>;

export const CompleteWorkOrder = Type.Object(
  {
    outcome: words(2000),
    photoIds: Type.Optional(photoIds),
    minutesSpent: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: MINUTES_OF_A_WEEK,
        description: 'Durée de l’intervention, jamais d’une personne',
      }),
    ),
  },
  { ...closed, title: 'CompleteWorkOrder' },
);
export type CompleteWorkOrder = Static<typeof CompleteWorkOrder>;

export const FailWorkOrder = Type.Object(
  {
    reason: Type.Enum([...FAILURE_REASONS]),
    note: Type.String({ maxLength: 2000 }),
    photoIds: Type.Optional(photoIds),
  },
  { ...closed, title: 'FailWorkOrder' },
);
export type FailWorkOrder = Static<typeof FailWorkOrder>;

export const RescheduleWorkOrder = Type.Object(
  { crewId, scheduledStart, estimatedMinutes },
  { ...closed, title: 'RescheduleWorkOrder' },
);
export type RescheduleWorkOrder = Static<typeof RescheduleWorkOrder>;

export const CancelWorkOrder = Type.Object(
  { reason: words(1000) },
  { ...closed, title: 'CancelWorkOrder' },
);
export type CancelWorkOrder = Static<typeof CancelWorkOrder>;

const Named = Type.Object({ id: Id, name: Type.String() });

const RequestPhoto = Type.Object({
  fileId: Id,
  kind: Type.Enum(['resident', 'before', 'after']),
  at: Instant,
});

const WorkOrderPhoto = Type.Object({
  fileId: Id,
  kind: Type.Enum(['before', 'after']),
  at: Instant,
});

/** What the crew needs to know of the request: never who made it. */
const RequestOfWorkOrder = Type.Object({
  id: Id,
  code: Type.String(),
  serviceName: Type.String(),
  description: Type.String(),
  photos: Type.Array(RequestPhoto),
});

export const WorkOrderView = Type.Object(
  {
    id: Id,
    number: Type.String({ examples: ['2026-00412'] }),
    title: Type.String(),
    instructions: Type.String(),
    status: Type.Enum([...STATUSES]),
    serviceRequest: Nullable(RequestOfWorkOrder),
    crew: Named,
    organization: Named,
    point: Nullable(Point),
    address: Type.String(),
    communeName: Type.String(),
    severity: Level,
    urgency: Level,
    scheduledStart: Instant,
    scheduledEnd: Instant,
    estimatedMinutes: Type.Integer(),
    startedAt: Nullable(Instant),
    completedAt: Nullable(Instant),
    outcome: Nullable(Type.String()),
    failureReason: Nullable(Type.Enum([...FAILURE_REASONS])),
    minutesSpent: Nullable(Type.Integer()),
    photos: Type.Array(WorkOrderPhoto),
    version: Type.Integer(),
    allowed: Type.Array(Type.Enum([...COMMANDS]), {
      description: 'Ce que vous pouvez faire maintenant',
    }),
  },
  { title: 'WorkOrder' },
);
export type WorkOrderView = Static<typeof WorkOrderView>;

export const WorkOrderPage = page(WorkOrderView);

const statusList = STATUSES.join('|');
export const ListQuery = Type.Object({
  ...pageQuery,
  crewId: Type.Optional(Id),
  serviceRequestId: Type.Optional(Id),
  from: Type.Optional(GivenInstant),
  to: Type.Optional(GivenInstant),
  status: Type.Optional(
    Type.String({
      pattern: `^(${statusList})(,(${statusList}))*$`,
      maxLength: 100,
      examples: ['planned,started'],
    }),
  ),
});
export type ListQuery = Static<typeof ListQuery>;

export const FieldDayQuery = Type.Object({
  date: Type.Optional(Day),
  crewId: Type.Optional(Id),
});
export type FieldDayQuery = Static<typeof FieldDayQuery>;

export const FieldDayView = Type.Object(
  { date: Day, crew: Named, crews: Type.Array(Named), items: Type.Array(WorkOrderView) },
  { title: 'FieldDay' },
);
export type FieldDayView = Static<typeof FieldDayView>;
