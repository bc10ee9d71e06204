import Type, { type Static } from 'typebox';
import { closed, Id, page, pageQuery, words } from '../../platform/http/index.ts';
import { PURPOSES, STATUSES } from './model.ts';
import { VARIABLES } from './variables.ts';

const Instant = Type.String({ format: 'date-time' });
const Nullable = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()]);
const names = (maxLength: number, maxItems: number) =>
  Type.Array(words(maxLength), { maxItems, uniqueItems: true });
const Purpose = Type.Enum([...PURPOSES]);
const Status = Type.Enum([...STATUSES]);
const Language = Type.Enum(['fr', 'en']);
const Version = Type.Integer({ minimum: 1, maximum: 999_999_999 });

const texts = {
  language: Language,
  subject: Type.String({ maxLength: 200, description: 'Objet ; peut contenir des variables' }),
  body: Type.String({ maxLength: 10_000, description: 'Texte ; peut contenir des variables' }),
};

const content = {
  ...texts,
  title: words(200),
  purposes: Type.Array(Purpose, { minItems: 1, maxItems: PURPOSES.length, uniqueItems: true }),
  serviceCodes: names(80, 100),
  serviceGroups: names(200, 50),
  tags: names(50, 20),
  deskNote: Type.String({ maxLength: 5_000, description: 'Que dire à l’accueil' }),
};

export const CreateBody = Type.Object(
  { ...content, organizationId: Nullable(Id), status: Status },
  { ...closed, title: 'CreateReplyTemplate' },
);
export const ChangeBody = Type.Object(
  { ...content, status: Status, reason: Type.String({ maxLength: 500 }) },
  { ...closed, title: 'ChangeReplyTemplate' },
);
export const RestoreBody = Type.Object(
  { version: Version, reason: Type.String({ maxLength: 500 }) },
  { ...closed, title: 'RestoreReplyTemplate' },
);

export const ReplyTemplateView = Type.Object(
  {
    id: Id,
    organization: Nullable(Type.Object({ id: Id, name: Type.String() })),
    version: Version,
    status: Status,
    ...content,
    updatedAt: Instant,
    mayChange: Type.Boolean({ description: 'Vous pouvez en changer le texte' }),
    mayPublish: Type.Boolean({ description: 'Vous pouvez la publier ou la retirer' }),
  },
  { title: 'ReplyTemplate' },
);
export type ReplyTemplateView = Static<typeof ReplyTemplateView>;
export const ReplyTemplatePage = page(ReplyTemplateView);

export const TemplateVersionView = Type.Object(
  {
    version: Version,
    status: Status,
    content: Type.Object(content),
    authorName: Type.String(),
    reason: Type.String(),
    at: Instant,
  },
  { title: 'ReplyTemplateVersion' },
);
export type TemplateVersionView = Static<typeof TemplateVersionView>;
export const TemplateVersionPage = page(TemplateVersionView);

export const ListQuery = Type.Object({
  ...pageQuery,
  q: Type.Optional(Type.String({ maxLength: 200 })),
  status: Type.Optional(Status),
  purpose: Type.Optional(Purpose),
  serviceCode: Type.Optional(Type.String({ maxLength: 80 })),
});
export type ListQuery = Static<typeof ListQuery>;

export const VersionsQuery = Type.Object(pageQuery);

const Missing = Type.Array(
  Type.Object({ variable: Type.Enum([...VARIABLES]), label: Type.String() }),
  {
    description: 'Variables sans valeur pour cette demande',
  },
);

export const PreviewBody = Type.Object(
  { ...texts, serviceRequestId: Type.Optional(Nullable(Id)) },
  { ...closed, title: 'PreviewReply' },
);
export const PreviewView = Type.Object(
  { subject: Type.String(), body: Type.String(), missing: Missing },
  { title: 'ReplyPreview' },
);
export type PreviewView = Static<typeof PreviewView>;

export const SuggestQuery = Type.Object({
  serviceRequestId: Id,
  purpose: Purpose,
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Ce qui est tapé pour trouver' })),
});
export type SuggestQuery = Static<typeof SuggestQuery>;

const Fits = Type.Enum(['service', 'group', 'any', 'words'], {
  description: 'Pourquoi elle est proposée',
});

export const SuggestionsView = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          id: Id,
          version: Version,
          title: Type.String(),
          subject: Type.String(),
          body: Type.String({ description: 'Le texte, variables remplies' }),
          deskNote: Type.String(),
          missing: Missing,
          fits: Fits,
        },
        { title: 'SuggestedReply' },
      ),
    ),
  },
  { title: 'SuggestedReplies' },
);
export type SuggestionsView = Static<typeof SuggestionsView>;

export const CallQuery = Type.Object({
  serviceCode: Type.String({ minLength: 1, maxLength: 80 }),
  description: Type.Optional(Type.String({ maxLength: 2_000 })),
});
export type CallQuery = Static<typeof CallQuery>;

export const CallRepliesView = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          id: Id,
          title: Type.String(),
          subject: Type.String(),
          body: Type.String({ description: 'Le texte ; ses variables restent à remplir' }),
          deskNote: Type.String(),
          fits: Fits,
        },
        { title: 'CallReply' },
      ),
    ),
  },
  { title: 'CallReplies' },
);
export type CallRepliesView = Static<typeof CallRepliesView>;

export const VariablesView = Type.Object({
  items: Type.Array(
    Type.Object(
      { name: Type.Enum([...VARIABLES]), label: Type.String(), example: Type.String() },
      { title: 'ReplyVariable' },
    ),
  ),
});
