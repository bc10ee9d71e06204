import Type, { type Static } from 'typebox';
import { Id, page } from '../../../platform/http/index.ts';
import { handOverDetail } from '../hand-over/schemas.ts';
import { CHANNELS, COMMANDS } from '../model.ts';
import { PublicCopyView } from '../public-copy/schemas.ts';
import { DuplicateCandidate } from './duplicate-candidate.ts';
import { Instant, Nullable, NullablePreference, PhotoKind } from './parts.ts';
import { RequestSummary, summary } from './summary.ts';

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
