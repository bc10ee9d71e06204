import Type from 'typebox';
import { closed, Id, words } from '../../../platform/http/index.ts';
import { REJECTION_REASONS } from '../model.ts';
import { Grade } from './parts.ts';

export const TriageBody = Type.Object(
  { severity: Grade, urgency: Grade, note: Type.Optional(Type.String({ maxLength: 5_000 })) },
  { ...closed, title: 'TriageServiceRequest' },
);
const Subject = Type.Optional(
  Type.String({ maxLength: 200, description: 'Objet du courriel ou du courrier' }),
);

export const AnswerBody = Type.Object(
  { subject: Subject, message: words(10_000) },
  { ...closed, title: 'AnswerServiceRequest' },
);
export const CompleteBody = Type.Object(
  {
    explanation: Type.Optional(Type.String({ maxLength: 10_000 })),
    photoIds: Type.Optional(Type.Array(Id, { maxItems: 5, uniqueItems: true })),
  },
  { ...closed, title: 'CompleteServiceRequest' },
);
export const AskBody = Type.Object(
  { subject: Subject, message: words(5_000) },
  { ...closed, title: 'AskResident' },
);
export const RejectBody = Type.Object(
  { reason: Type.Enum([...REJECTION_REASONS]), subject: Subject, message: words(10_000) },
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
