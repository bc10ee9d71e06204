import Type, { type Static, type TSchema } from 'typebox';
import { closed, Id, page, pageQuery, words } from '../../platform/http/index.ts';
import { DATATYPES } from './catalogue.ts';
import { PREFERENCES, type Preference } from './contact.ts';
import { handOverDetail, handOverSummary } from './hand-over/schemas.ts';
import {
  CHANNELS,
  COMMANDS,
  EVIDENCES,
  type Evidence,
  REJECTION_REASONS,
  STATUSES,
} from './model.ts';
import { PublicCopyView } from './public-copy/schemas.ts';
import { RESIDENT_MARKS, type ResidentMark } from './resident-mark.ts';

/** Said by `type`, not by `anyOf`: a serializer need not then try each branch on each value. */
const Nullable = <S extends TSchema & { type: string }>(schema: S) =>
  Type.Unsafe<Static<S> | null>({ ...schema, type: [schema.type, 'null'] });
const Instant = Type.String({ format: 'date-time', maxLength: 40 });
const Grade = Type.Unsafe<1 | 2 | 3 | 4>({ type: 'integer', enum: [1, 2, 3, 4] });
const NullableGrade = Type.Unsafe<1 | 2 | 3 | 4 | null>({
  type: ['integer', 'null'],
  enum: [1, 2, 3, 4, null],
});
const NullablePreference = Type.Unsafe<Preference | null>({
  type: ['string', 'null'],
  enum: [...PREFERENCES, null],
});
const Code = Type.String({ minLength: 1, maxLength: 80, pattern: '^[A-Za-z0-9._-]+$' });
const Named = Type.Object({ id: Id, name: Type.String() });
const PhotoKind = Type.Enum(['resident', 'before', 'after']);

const Point = Type.Object(
  {
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    long: Type.Number({ minimum: -180, maximum: 180 }),
  },
  closed,
);

// ——— Catalogue

const QuestionView = Type.Object(
  {
    variable: Type.Boolean(),
    code: Code,
    datatype: Type.Enum([...DATATYPES]),
    required: Type.Boolean(),
    datatypeDescription: Type.String({ maxLength: 500 }),
    order: Type.Integer({ minimum: 1, maximum: 1_000 }),
    description: words(500),
    values: Type.Array(Type.Object({ key: Code, name: words(200) }, closed), { maxItems: 200 }),
  },
  { ...closed, title: 'Question' },
);

const serviceSummary = {
  code: Type.String(),
  name: Type.String(),
  description: Type.String(),
  group: Type.String(),
};

const service = {
  ...serviceSummary,
  keywords: Type.Array(Type.String()),
  hasQuestions: Type.Boolean(),
  emergencyNotice: Nullable(Type.String()),
  defaultSeverity: Grade,
  defaultUrgency: Grade,
};

const ServiceView = Type.Object(service, { title: 'Service' });
export const ServiceDefinitionView = Type.Object(
  { ...service, questions: Type.Array(QuestionView) },
  { title: 'ServiceDefinition' },
);
export const ServicePage = page(ServiceView);

/** One service as an administrator sends it. */
const ServiceInput = Type.Object(
  {
    code: Code,
    name: words(200),
    description: Type.String({ maxLength: 2_000 }),
    group: words(200),
    keywords: Type.Array(words(100), { maxItems: 200 }),
    questions: Type.Array(QuestionView, { maxItems: 50 }),
    emergencyNotice: Nullable(words(1_000)),
    defaultSeverity: Grade,
    defaultUrgency: Grade,
    targetDays: Nullable(Type.Integer({ minimum: 1, maximum: 1_000 })),
    offered: Type.Boolean(),
  },
  { ...closed, title: 'ServiceInput' },
);
export const CatalogueInput = Type.Object(
  { services: Type.Array(ServiceInput, { maxItems: 1_000 }) },
  { ...closed, title: 'Catalogue' },
);

// ——— Submission

const contact = {
  name: Type.Optional(Type.String({ maxLength: 200 })),
  email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
  phone: Type.Optional(Type.String({ maxLength: 30, pattern: '^[+0-9 ().-]*$' })),
  postalAddress: Type.Optional(
    Type.String({
      maxLength: 300,
      description: 'Lignes d’adresse, sans le nom : voie, complément, code postal et ville',
    }),
  ),
  preference: Type.Optional(
    Type.Enum([...PREFERENCES], {
      description: 'Comment répondre ; sinon, par le premier moyen donné',
    }),
  ),
};
const Answers = Type.Record(
  Type.String({ maxLength: 80 }),
  Type.Union([
    Type.String({ maxLength: 10_000 }),
    Type.Array(Type.String({ maxLength: 500 }), { maxItems: 200 }),
  ]),
  { maxProperties: 100 },
);

export const CreateServiceRequest = Type.Object(
  {
    serviceCode: Type.String({ minLength: 1, maxLength: 80 }),
    description: Type.String({ maxLength: 10_000 }),
    point: Type.Optional(Nullable(Point)),
    address: Type.Optional(Nullable(Type.String({ maxLength: 300 }))),
    answers: Type.Optional(Answers),
    photoIds: Type.Optional(Type.Array(Id, { maxItems: 5, uniqueItems: true })),
    contact: Type.Optional(Type.Object(contact, closed)),
    channel: Type.Optional(Type.Enum([...CHANNELS])),
    language: Type.Optional(Type.Enum(['fr', 'en'])),
  },
  {
    ...closed,
    title: 'CreateServiceRequest',
    description: 'Un signalement : une prestation, un lieu (point ou adresse), ce qui se passe.',
  },
);

export const SubmittedView = Type.Object(
  {
    id: Id,
    code: Type.String({ examples: ['K7QM-2X9D'] }),
    url: Type.String(),
    organization: Nullable(Named),
    assignment: Type.Enum(['certain', 'unclear']),
    acknowledgement: Type.String(),
  },
  { title: 'Submitted' },
);

// ——— Reading

const summary = {
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

// —— duplicates

/** A request that may be about the same thing. */
export const DuplicateCandidate = Type.Object(
  {
    request: RequestSummary,
    score: Type.Number({ minimum: 0, maximum: 1 }),
    reason: Type.String({ examples: ['même prestation, à 12 m, il y a 3 jours'] }),
    metres: Type.Integer(),
    past: Type.Boolean({ description: 'Déjà close' }),
    sameCall: Type.Boolean({ description: 'Même personne au même moment : le même appel ?' }),
    merge: Nullable(
      Type.Object(
        { id: Id, intoId: Id, version: Type.Integer() },
        { description: 'La commande `merge` qui les joindrait' },
      ),
    ),
  },
  { title: 'DuplicateCandidate' },
);
export type DuplicateCandidate = Static<typeof DuplicateCandidate>;

const Reporter = Type.Object({
  name: Nullable(Type.String()),
  email: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  postalAddress: Nullable(Type.String()),
  preference: NullablePreference,
});

/** One of those that are joined to a request, as its operators read it. */
const Member = Type.Object(
  {
    id: Id,
    code: Type.String(),
    serviceName: Type.String(),
    description: Type.String(),
    address: Type.String(),
    channel: Type.Enum([...CHANNELS]),
    receivedAt: Instant,
    contact: Nullable(Reporter),
    photos: Type.Array(Type.Object({ fileId: Id, kind: PhotoKind, at: Instant })),
    mayUnmerge: Type.Boolean(),
    version: Type.Integer(),
  },
  { title: 'MemberRequest' },
);

export const RequestDetail = Type.Object(
  {
    ...summary,
    description: Type.String(),
    assignmentReason: Type.String(),
    answers: Type.Array(Type.Object({ question: Type.String(), answer: Type.String() })),
    contact: Nullable(Reporter),
    language: Type.Enum(['fr', 'en']),
    photos: Type.Array(Type.Object({ fileId: Id, kind: PhotoKind, at: Instant })),
    publicCopy: Nullable(PublicCopyView),
    leader: Nullable(RequestSummary),
    members: Type.Array(Member),
    duplicates: Type.Array(DuplicateCandidate),
    // —— routing
    ...handOverDetail,
    allowed: Type.Array(Type.Enum([...COMMANDS]), {
      description: 'Ce que vous pouvez faire maintenant',
    }),
  },
  { title: 'RequestDetail' },
);
export type RequestDetail = Static<typeof RequestDetail>;

export const RequestPage = page(RequestSummary);

export const ModerationQueue = page(
  Type.Object(
    {
      request: RequestSummary,
      description: Type.String(),
      photos: Type.Array(Type.Object({ fileId: Id, kind: PhotoKind, at: Instant })),
      publicCopy: PublicCopyView,
    },
    { title: 'ToModerate' },
  ),
);

const statusList = STATUSES.join('|');
const BBOX = '^-?\\d{1,3}(\\.\\d+)?(,-?\\d{1,3}(\\.\\d+)?){3}$';

const filters = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  status: Type.Optional(
    Type.String({
      pattern: `^(${statusList})(,(${statusList}))*$`,
      maxLength: 100,
      examples: ['received,triaged'],
    }),
  ),
  serviceCode: Type.Optional(Type.String({ maxLength: 80 })),
  serviceGroup: Type.Optional(Type.String({ maxLength: 200 })),
  organizationId: Type.Optional(Id),
  communeId: Type.Optional(Id),
  minSeverity: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })),
  bbox: Type.Optional(
    Type.String({ pattern: BBOX, maxLength: 100, description: 'ouest,sud,est,nord en degrés' }),
  ),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  workOrder: Type.Optional(Type.Boolean({ description: 'Avec ou sans intervention' })),
  assignment: Type.Optional(
    Type.Enum(['certain', 'unclear'], { description: 'Les demandes sûres, ou celles à orienter' }),
  ),
  due: Type.Optional(
    Type.Enum(['late', 'soon'], { description: 'En retard, ou à finir dans les deux jours' }),
  ),
  resident: Type.Optional(
    Type.Enum(Object.keys(RESIDENT_MARKS) as ResidentMark[], {
      description:
        'Celles où l’on attend l’usager (`awaited`), qu’il conteste (`disputed`), où il a écrit depuis (`wrote`)',
    }),
  ),
};

export const ListQuery = Type.Object({
  ...pageQuery,
  ...filters,
  sort: Type.Optional(Type.Enum(['priority', 'newest', 'oldest', 'relevance'])),
  view: Type.Optional(Type.String({ format: 'uuid', description: 'Une vue enregistrée' })),
});
export type ListQuery = Static<typeof ListQuery>;

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

export const TimelineView = Type.Object({
  items: Type.Array(
    Type.Object(
      {
        id: Id,
        at: Instant,
        type: Type.String(),
        title: Type.String(),
        detail: Nullable(Type.String()),
        actorName: Type.String(),
        organizationName: Nullable(Type.String()),
        public: Type.Boolean(),
      },
      { title: 'TimelineEntry' },
    ),
  ),
});

// ——— Priority

const four = <S extends TSchema>(item: S) => Type.Array(item, { minItems: 4, maxItems: 4 });
/** By exposure (0 to 3), severity and urgency (1 to 4). */
const grid = { grid: four(four(four(Grade))) };
export const PriorityGridInput = Type.Object(grid, { ...closed, title: 'PriorityGridInput' });
export const PriorityGridView = Type.Object(grid, { title: 'PriorityGrid' });

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

// ——— For everyone

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
        at: Instant,
        title: Type.String(),
        organizationName: Nullable(Type.String()),
      }),
    ),
  },
  { title: 'PublicRequestDetail' },
);

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

// ——— Commands

export const TriageBody = Type.Object(
  { severity: Grade, urgency: Grade, note: Type.Optional(Type.String({ maxLength: 5_000 })) },
  { ...closed, title: 'TriageServiceRequest' },
);
export const AnswerBody = Type.Object(
  { message: words(10_000) },
  { ...closed, title: 'AnswerServiceRequest' },
);
export const CompleteBody = Type.Object(
  {
    explanation: Type.Optional(Type.String({ maxLength: 10_000 })),
    photoIds: Type.Optional(Type.Array(Id, { maxItems: 5, uniqueItems: true })),
  },
  { ...closed, title: 'CompleteServiceRequest' },
);
export const AskBody = Type.Object({ message: words(5_000) }, { ...closed, title: 'AskResident' });
export const RejectBody = Type.Object(
  { reason: Type.Enum([...REJECTION_REASONS]), message: words(10_000) },
  { ...closed, title: 'RejectServiceRequest' },
);
export const ReopenBody = Type.Object(
  { reason: words(5_000) },
  { ...closed, title: 'ReopenServiceRequest' },
);
export const CommentBody = Type.Object(
  {
    text: words(5_000),
    public: Type.Boolean({ description: 'Le demandeur le lit aussi' }),
    shared: Type.Optional(
      Type.Boolean({ description: 'Les autres organismes du dossier le lisent aussi' }),
    ),
  },
  { ...closed, title: 'CommentServiceRequest' },
);

// ——— Saved views

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
