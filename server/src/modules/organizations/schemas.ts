import Type from 'typebox';
import { Id, page } from '../../platform/http/index.ts';
import { COMPETENCE_VALUES, ORGANIZATION_KINDS, ROAD_CLASSES } from './model.ts';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const Name = Type.String({ minLength: 1, maxLength: 200 });
const CivilDate = Type.String({ format: 'date' });

const Kind = Type.Enum([...ORGANIZATION_KINDS]);
const RoadClassName = Type.Enum([...ROAD_CLASSES]);

/** West, south, east, north, in degrees (RFC 7946 §5). */
const Bounds = Type.Array(Type.Number({ minimum: -180, maximum: 180 }), {
  minItems: 4,
  maxItems: 4,
});

const LatLong = Type.Object({
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  long: Type.Number({ minimum: -180, maximum: 180 }),
});

export const TerritoryView = Type.Object(
  {
    id: Id,
    name: Name,
    slug: Type.String(),
    bounds: Bounds,
    center: LatLong,
    basemap: Type.Object({
      kind: Type.Enum(['own', 'tiles', 'pmtiles']),
      url: Type.Optional(Type.String()),
      attribution: Type.Optional(Type.String()),
    }),
    contact: Type.Object({
      phone: Type.Optional(Type.String()),
      email: Type.Optional(Type.String()),
      address: Type.Optional(Type.String()),
    }),
    demonstration: Type.Boolean(),
  },
  { title: 'Territory' },
);

const OrganizationView = Type.Object(
  {
    id: Id,
    kind: Kind,
    name: Name,
    code: Type.String(),
    population: Nullable(Type.Integer({ minimum: 0 })),
    populationYear: Nullable(Type.Integer()),
    populationSource: Nullable(Type.String()),
    bounds: Nullable(Bounds),
  },
  { title: 'Organization' },
);

export const CrewView = Type.Object(
  {
    id: Id,
    name: Name,
    organizationId: Id,
    organizationName: Name,
    skills: Type.Array(Type.String()),
    vehicle: Nullable(Type.String()),
  },
  { title: 'Crew' },
);

const OrganizationRef = Type.Object({ id: Id, name: Name, kind: Kind });

export const CompetenceView = Type.Object(
  {
    outcome: Type.Enum(['found', 'unclear', 'outside']),
    organization: Nullable(OrganizationRef),
    reason: Type.String(),
    roadClass: Nullable(RoadClassName),
    street: Nullable(Type.String()),
    commune: Nullable(Type.Object({ id: Id, name: Name })),
    candidates: Type.Array(Type.Object({ organization: OrganizationRef, reason: Type.String() })),
  },
  { title: 'Competence' },
);

export const CompetenceQuery = Type.Object({
  serviceCode: Type.String({ minLength: 1, maxLength: 100 }),
  ...LatLong.properties,
});

/** GeoJSON of RFC 7946, Polygon or MultiPolygon. */
export const Boundary = Type.Object(
  {
    type: Type.Literal('Feature'),
    properties: Type.Object({ id: Id, name: Name, code: Type.String(), kind: Kind }),
    geometry: Type.Object({
      type: Type.Enum(['Polygon', 'MultiPolygon']),
      coordinates: Type.Array(Type.Any()),
    }),
  },
  { title: 'Boundary' },
);

export const CreateCrewBody = Type.Object(
  {
    organizationId: Id,
    name: Name,
    skills: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 30 }),
    ),
    vehicle: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
    memberIds: Type.Optional(Type.Array(Id, { maxItems: 100 })),
  },
  { title: 'CreateCrew', additionalProperties: false },
);

const declaredNames = Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
  maxItems: 2_000,
});

const ruleProperties = {
  value: Type.Enum([...COMPETENCE_VALUES]),
  declared: Nullable(
    Type.Object(
      { roads: declaredNames, places: declaredNames },
      { additionalProperties: false, description: 'Ce qui a été déclaré d’intérêt communautaire' },
    ),
  ),
  serviceCode: Nullable(Type.String({ minLength: 1, maxLength: 100 })),
  serviceGroup: Nullable(Type.String({ minLength: 1, maxLength: 100 })),
  roadClasses: Nullable(Type.Array(RoadClassName, { minItems: 1, maxItems: 5, uniqueItems: true })),
  roadNumbers: Nullable(
    Type.Array(Type.String({ minLength: 1, maxLength: 20 }), { minItems: 1, maxItems: 200 }),
  ),
  builtUp: Nullable(Type.Boolean()),
  ownerIds: Nullable(Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true })),
  areaOrganizationId: Nullable(Id),
  priority: Type.Integer({ minimum: -100, maximum: 100 }),
  validFrom: CivilDate,
  validUntil: Nullable(CivilDate),
  reason: Type.String({ minLength: 3, maxLength: 500, pattern: '\\S' }),
};

const Rule = Type.Object(ruleProperties, { title: 'CompetenceRule', additionalProperties: false });

export const SetCompetencesBody = Type.Object(
  {
    reason: Type.String({ minLength: 3, maxLength: 500 }),
    competences: Type.Array(Rule, { maxItems: 500 }),
  },
  { title: 'SetCompetences', additionalProperties: false },
);

export const CompetenceRuleView = Type.Object(
  { id: Id, organizationId: Id, version: Type.Integer(), ...ruleProperties },
  { title: 'StoredCompetenceRule' },
);
export const CompetenceRules = Type.Object(
  { competences: Type.Array(CompetenceRuleView) },
  { title: 'CompetenceRules' },
);

/** Why a rule changes: a deliberation, a convention. Goes into the log. */
const Why = Type.String({ minLength: 3, maxLength: 500, pattern: '\\S' });

export const AddCompetenceBody = Type.Object(
  { organizationId: Id, rule: Rule, why: Why },
  { title: 'AddCompetence', additionalProperties: false },
);
const { validFrom: _, ...changeable } = ruleProperties;
export const ChangeCompetenceBody = Type.Object(
  { from: CivilDate, rule: Type.Object(changeable, { additionalProperties: false }), why: Why },
  { title: 'ChangeCompetence', additionalProperties: false },
);
export const EndCompetenceBody = Type.Object(
  { on: CivilDate, why: Why },
  { title: 'EndCompetence', additionalProperties: false },
);

export const ExplainQuery = Type.Object({
  ...CompetenceQuery.properties,
  on: Type.Optional(CivilDate),
});

const VERDICTS = [
  'holds',
  'may-hold',
  'outranked',
  'excluded',
  'excludes',
  'other-road',
  'other-owner',
  'not-declared',
  'not-in-force',
  'set-aside',
] as const;

export const ExplainedView = Type.Object(
  {
    outcome: CompetenceView.properties.outcome,
    organization: Nullable(OrganizationRef),
    reason: Type.String(),
    commune: CompetenceView.properties.commune,
    orienting: Nullable(OrganizationRef),
    place: Type.Object({
      label: Type.String(),
      street: Nullable(Type.String()),
      roadClass: Nullable(RoadClassName),
      roadNumber: Nullable(Type.String()),
      builtUp: Nullable(Type.Boolean()),
      owner: Nullable(Type.String({ description: 'Nom ou code du propriétaire' })),
      places: Type.Array(Type.String()),
    }),
    candidates: CompetenceView.properties.candidates,
    excluded: CompetenceView.properties.candidates,
    rules: Type.Array(
      Type.Object({
        rule: CompetenceRuleView,
        organization: OrganizationRef,
        verdict: Type.Enum([...VERDICTS]),
        why: Type.String({ description: 'En français : ce qui a décidé du sort de la règle' }),
      }),
    ),
    themes: Type.Array(
      Type.Object({
        group: Type.String(),
        outcome: Type.Enum(['found', 'unclear', 'outside']),
        organization: Nullable(OrganizationRef),
        reason: Type.String(),
        services: Type.Array(Type.String()),
      }),
      { description: 'Qui agit au même endroit pour les autres prestations' },
    ),
  },
  { title: 'ExplainedCompetence' },
);

/** A rule that somebody is writing, and the one that it will replace. */
export const TryRuleBody = Type.Object(
  {
    serviceCode: CompetenceQuery.properties.serviceCode,
    ...LatLong.properties,
    organizationId: Id,
    replaces: Nullable(Id),
    rule: Rule,
  },
  { title: 'TryRule', additionalProperties: false },
);

export const TriedRuleView = Type.Object(
  {
    on: Type.String({ format: 'date', description: 'Premier jour où la règle vaudrait' }),
    before: Type.Object({
      outcome: CompetenceView.properties.outcome,
      organization: Nullable(OrganizationRef),
      reason: Type.String(),
    }),
    after: ExplainedView,
    draftId: Type.String({ description: 'Parmi les règles examinées, celle qui est essayée' }),
  },
  { title: 'TriedRule' },
);
export const Organizations = page(OrganizationView);
export const Crews = page(CrewView);
