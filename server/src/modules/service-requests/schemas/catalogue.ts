import Type from 'typebox';
import { closed, page, words } from '../../../platform/http/index.ts';
import { DATATYPES } from '../catalogue.ts';
import { Code, Grade, Nullable } from './parts.ts';

const Steps = (voice: string) => Type.String({ maxLength: 1_000, description: voice });
const NextSteps = Type.Object(
  {
    fr: Steps('Ce qui se passe ensuite, en français ; vide si rien'),
    plain: Steps('En français facile à lire (FALC) ; vide : comme en français'),
    en: Steps('En anglais ; vide si rien'),
  },
  { ...closed, title: 'NextSteps' },
);

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
  nextSteps: NextSteps,
  version: Type.Integer(),
};

const ServiceView = Type.Object(service, { title: 'Service' });
export const ServiceDefinitionView = Type.Object(
  { ...service, questions: Type.Array(QuestionView) },
  { title: 'ServiceDefinition' },
);
export const ServicePage = page(ServiceView);

export const NextStepsInput = Type.Object(
  { nextSteps: NextSteps },
  { ...closed, title: 'SetNextSteps' },
);
export const NextStepsView = Type.Object(
  { code: Type.String(), nextSteps: NextSteps, version: Type.Integer() },
  { title: 'ServiceNextSteps' },
);

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
    nextSteps: Type.Optional(NextSteps),
  },
  { ...closed, title: 'ServiceInput' },
);
export const CatalogueInput = Type.Object(
  { services: Type.Array(ServiceInput, { maxItems: 1_000 }) },
  { ...closed, title: 'Catalogue' },
);
