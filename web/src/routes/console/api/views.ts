import type { paths } from '#lib/api/schema.d.ts';

/** What a path answers to a method when all is well. */
type Answer<
  Path extends keyof paths,
  Method extends keyof paths[Path],
> = paths[Path][Method] extends { responses: infer Responses }
  ? Responses extends { 200: { content: { 'application/json': infer Body } } }
    ? Body
    : Responses extends { 201: { content: { 'application/json': infer Body } } }
      ? Body
      : never
  : never;

/** What a path expects of a POST. */
export type Body<Path extends keyof paths> = paths[Path]['post'] extends {
  requestBody: { content: { 'application/json': infer Content } };
}
  ? Content
  : never;

export type Me = Answer<'/api/v1/sessions/current', 'get'>;
export type Territory = Answer<'/api/v1/territory', 'get'>;
export type Organization = Answer<'/api/v1/organizations', 'get'>['items'][number];
export type Crew = Answer<'/api/v1/crews', 'get'>['items'][number];
export type Service = Answer<'/api/v1/services', 'get'>['items'][number];
export type ServiceDefinition = Answer<'/api/v1/services/{code}', 'get'>;
export type Question = ServiceDefinition['questions'][number];
export type Suggestion = Answer<'/api/v1/services/suggestions', 'get'>['items'][number];
export type ServiceClassifier = Answer<'/api/v1/services/classifier', 'get'>;
export type Place = Answer<'/api/v1/places', 'get'>['items'][number];
export type Competence = Answer<'/api/v1/competence', 'get'>;
export type ExplainedCompetence = Answer<'/api/v1/competence/explain', 'get'>;
export type Holding = Answer<'/api/v1/holdings', 'get'>['items'][number];
export type HoldingsPreview = Answer<'/api/v1/holdings/preview', 'post'>;
export type CompetenceRule = Answer<
  '/api/v1/organizations/{id}/competences',
  'get'
>['competences'][number];
export type RequestPage = Answer<'/api/v1/service-requests', 'get'>;
export type RequestSummary = RequestPage['items'][number];
export type RequestDetail = Answer<'/api/v1/service-requests/{id}', 'get'>;
export type CallerRequest = Answer<'/api/v1/service-requests/of-contact', 'get'>['items'][number];
export type DuplicateCandidate = RequestDetail['duplicates'][number];
export type ToModerate = Answer<'/api/v1/public-copies/to-read', 'get'>['items'][number];
export type RequestStatus = RequestSummary['status'];
export type RequestCommand = RequestDetail['allowed'][number];
export type MapFeature = Answer<'/api/v1/service-requests/map', 'get'>['features'][number];
export type TimelineEntry = Answer<
  '/api/v1/service-requests/{id}/timeline',
  'get'
>['items'][number];
export type Clock = Answer<'/api/v1/service-requests/{id}/clocks', 'get'>['items'][number];
export type DuplicateRules = Answer<'/api/v1/duplicate-rules', 'get'>;
export type ElectedArea = Answer<'/api/v1/elected/area', 'get'>;
export type Commitments = Answer<'/api/v1/commitments', 'get'>;
export type Submitted = Answer<'/api/v1/service-requests', 'post'>;
export type SavedView = Answer<'/api/v1/saved-views', 'get'>['items'][number];
export type Message = Answer<'/api/v1/messages', 'get'>['items'][number];
export type SuggestedReply = Answer<'/api/v1/reply-templates/suggestions', 'get'>['items'][number];
export type CallReply = Answer<'/api/v1/reply-templates/for-call', 'get'>['items'][number];
export type ReplyTemplate = Answer<'/api/v1/reply-templates', 'get'>['items'][number];
export type ReplyVersion = Answer<'/api/v1/reply-templates/{id}/versions', 'get'>['items'][number];
export type ReplyVariable = Answer<'/api/v1/reply-templates/variables', 'get'>['items'][number];
export type ReplyPreview = Answer<'/api/v1/reply-templates/preview', 'post'>;
export type Letter = Answer<'/api/v1/letters', 'get'>['items'][number];
export type WorkOrder = Answer<'/api/v1/work-orders/{id}', 'get'>;
export type Overview = Answer<'/api/v1/indicators/overview', 'get'>;
export type Account = Answer<'/api/v1/accounts', 'get'>['items'][number];
export type ApiToken = Answer<'/api/v1/api-tokens', 'get'>['items'][number];
export type DeadLetter = Answer<'/api/v1/dead-letters', 'get'>['items'][number];
export type Register = Answer<'/api/v1/privacy/register', 'get'>;
export type Candidate = Answer<'/api/v1/privacy/subjects/search', 'post'>['items'][number];
export type Held = Answer<'/api/v1/privacy/subjects/read', 'post'>;
/** One thing that is held of somebody: its shape is its module's. */
export type HeldItem = Record<string, unknown>;
export type SealState = Answer<'/api/v1/events/seal', 'get'>;
export type LoggedEvent = Answer<'/api/v1/events', 'get'>['items'][number];

/** Severity and urgency: 1 (least) to 4 (most). Priority: 1 (first) to 4 (last). */
export type Grade = 1 | 2 | 3 | 4;
export const GRADES = [1, 2, 3, 4] as const satisfies Grade[];

/** Priority by exposure (0 to 3), severity and urgency. */
export type PriorityGrid = Grade[][][];
/** The grid and what exposes, as the territory set them. */
export type PrioritySetting = Answer<'/api/v1/priority-grid', 'get'>;
export type PublicSetting = Answer<'/api/v1/public-copies/setting', 'get'>;
