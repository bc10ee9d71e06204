import Type, { type Static, type TSchema } from 'typebox';
import { closed, Id, page, pageQuery, words } from '../../platform/http/index.ts';
import { MAILBOX_FAULTS } from './imap/fault.ts';
import { REASONS, SOURCES, STATES } from './model.ts';

const Nullable = <S extends TSchema & { type: string }>(schema: S) =>
  Type.Unsafe<Static<S> | null>({ ...schema, type: [schema.type, 'null'] });
const Instant = Type.String({ format: 'date-time', maxLength: 40 });

const message = {
  id: Id,
  source: Type.Enum([...SOURCES]),
  state: Type.Enum([...STATES]),
  reason: Type.Unsafe<(typeof REASONS)[number] | null>({
    type: ['string', 'null'],
    enum: [...REASONS, null],
  }),
  senderName: Type.String(),
  senderAddress: Type.String(),
  subject: Type.String(),
  excerpt: Type.String(),
  attachmentCount: Type.Integer(),
  bytes: Type.Integer(),
  truncated: Type.Boolean(),
  serviceRequestId: Nullable(Id),
  serviceRequestCode: Nullable(Type.String()),
  mentionedRequestCode: Nullable(Type.String()),
  decidable: Type.Boolean({ description: 'Une personne peut encore décider ce qu’il devient' }),
  hidden: Type.Boolean({
    description: 'La demande est suivie ailleurs : ses mots vous sont cachés',
  }),
  receivedAt: Instant,
};

export const InboundSummary = Type.Object(message, { title: 'InboundSummary' });
export type InboundSummary = Static<typeof InboundSummary>;
export const InboundPage = page(InboundSummary);

export const MailboxTroubles = Type.Object({
  items: Type.Array(
    Type.Object(
      {
        mailbox: Type.String(),
        folder: Type.String(),
        fault: Type.Enum([...MAILBOX_FAULTS]),
        since: Instant,
      },
      { title: 'MailboxTrouble' },
    ),
  ),
});

export const InboundDetail = Type.Object(
  {
    ...message,
    text: Type.String(),
    hasRaw: Type.Boolean(),
    leftOut: Type.Array(Type.String()),
    network: Nullable(Type.String()),
    url: Nullable(Type.String()),
    postalAddress: Nullable(Type.String()),
    postmark: Nullable(Type.String()),
    attachments: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Type.String(),
          type: Type.String(),
          bytes: Type.Integer(),
          fileId: Nullable(Id),
        },
        { title: 'InboundAttachment' },
      ),
    ),
  },
  { title: 'InboundDetail' },
);
export type InboundDetail = Static<typeof InboundDetail>;

/** The whole mail, before anything was cut. */
export const WholeMail = Type.Object(
  {
    headers: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
    text: Type.String(),
    readable: Type.Boolean(),
  },
  { title: 'WholeMail' },
);

const stateList = STATES.join('|');
export const ListQuery = Type.Object({
  ...pageQuery,
  state: Type.Optional(
    Type.String({
      pattern: `^(${stateList})(,(${stateList}))*$`,
      maxLength: 100,
      examples: ['held,waiting'],
    }),
  ),
  source: Type.Optional(Type.Enum([...SOURCES])),
  serviceRequestId: Type.Optional(Id),
});
export type ListQuery = Static<typeof ListQuery>;

export const DecideBody = Type.Object(
  {
    ids: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }),
    decision: Type.Enum(['request', 'words', 'set-aside']),
    code: Type.Optional(Type.String({ maxLength: 20, description: 'De la demande à rejoindre' })),
  },
  { ...closed, title: 'DecideInbound' },
);
export type DecideBody = Static<typeof DecideBody>;
export const Decided = Type.Object({ items: Type.Array(InboundSummary) });

const Point = Type.Object(
  {
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    long: Type.Number({ minimum: -180, maximum: 180 }),
  },
  closed,
);

export const LetterBody = Type.Object(
  {
    key: Type.String({
      format: 'uuid',
      description: 'Choisie par l’auteur : la même, pour les pages numérisées et pour la lettre',
    }),
    summary: words(10_000),
    sender: Type.Object(
      {
        name: words(200),
        postalAddress: Type.Optional(Type.String({ maxLength: 500 })),
      },
      closed,
    ),
    postmark: Type.Optional(Type.String({ format: 'date' })),
    serviceCode: Type.Optional(Nullable(Type.String({ maxLength: 80 }))),
    address: Type.Optional(Nullable(Type.String({ maxLength: 300 }))),
    point: Type.Optional(Nullable(Point)),
  },
  { ...closed, title: 'RegisterLetter' },
);
export type LetterBody = Static<typeof LetterBody>;
export const RegisteredLetter = Type.Object(
  { id: Id, serviceRequestId: Id },
  { title: 'RegisteredLetter' },
);
export const ScanQuery = Type.Object({ key: Type.String({ format: 'uuid' }) });
export const Scan = Type.Object(
  { id: Id, name: Type.String(), type: Type.String(), bytes: Type.Integer() },
  { title: 'Scan' },
);

export const SmsBody = Type.Object(
  {
    id: Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'Du message chez l’opérateur : le même n’est pris qu’une fois',
    }),
    from: Type.String({ minLength: 1, maxLength: 30, examples: ['+33639981234'] }),
    text: Type.String({ maxLength: 2_000 }),
    receivedAt: Type.Optional(Instant),
    part: Type.Optional(
      Type.Object(
        {
          reference: Type.String({ minLength: 1, maxLength: 50 }),
          number: Type.Integer({ minimum: 1, maximum: 255 }),
          total: Type.Integer({ minimum: 1, maximum: 255 }),
        },
        { ...closed, description: 'D’un message long, reçu en plusieurs' },
      ),
    ),
  },
  { ...closed, title: 'InboundSms' },
);
export type SmsBody = Static<typeof SmsBody>;

export const SocialBody = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 200 }),
    network: Type.String({ minLength: 1, maxLength: 60, examples: ['Mastodon'] }),
    author: words(200),
    text: words(9_000),
    url: Type.Optional(Type.String({ maxLength: 1_000, pattern: '^https?://[^\\s]+$' })),
    media: Type.Optional(
      Type.Array(Type.String({ maxLength: 1_000, pattern: '^https?://[^\\s]+$' }), {
        maxItems: 10,
      }),
    ),
    publishedAt: Type.Optional(Instant),
  },
  { ...closed, title: 'InboundSocial' },
);
export type SocialBody = Static<typeof SocialBody>;

export const Accepted = Type.Object(
  { id: Id, state: Type.Enum([...STATES]) },
  { title: 'InboundAccepted' },
);
