import {
  type Area,
  type BoundingBox,
  contains,
  type Point,
  pointInPolygon,
} from '../../platform/geo/index.ts';

export const ORGANIZATION_KINDS = ['commune', 'epci', 'departement', 'operator'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** Who owns and maintains a road. */
export const ROAD_CLASSES = [
  'national',
  'departmental',
  'metropolitan',
  'communal',
  'private',
] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

export interface DirectoryOrganization {
  id: string;
  kind: OrganizationKind;
  name: string;
  /** INSEE code of a commune or a département, SIREN of the others. */
  code: string;
  /** Receives what nobody is sure about, inside its boundary. */
  orientation: boolean;
  boundary: Area | null;
  box: BoundingBox | null;
}

/** One rule: this organization acts on these services, on these roads, there, from a day until another. */
export interface Competence {
  organizationId: string;
  /** At most one of the two; neither means every service. */
  serviceCode: string | null;
  serviceGroup: string | null;
  roadClasses: RoadClass[] | null;
  /** `D 12`, where a convention is about one road. */
  roadNumbers: string[] | null;
  /** Inside or outside built-up areas, as the signs at the town's entrances say. */
  builtUp: boolean | null;
  /** Within whose boundary; null: its own. */
  areaOrganizationId: string | null;
  /** Decides before the rule's precision does; 0 unless a text says otherwise. */
  priority: number;
  /** ISO dates; `validUntil` is the first day when the rule no longer holds. */
  validFrom: string;
  validUntil: string | null;
  /** The legal ground, in French, as shown to a resident or another authority. */
  reason: string;
}

/** Whether a rule makes sense: one service or one group, and at least one day. */
export function isSound(
  rule: Pick<Competence, 'serviceCode' | 'serviceGroup' | 'validFrom' | 'validUntil'>,
): boolean {
  const { serviceCode, serviceGroup, validFrom, validUntil } = rule;
  return (
    (serviceCode === null || serviceGroup === null) &&
    (validUntil === null || validFrom < validUntil)
  );
}

/** What is asked: which service, where, on what road, on what day. Null means « not known ». */
export interface CompetenceQuestion {
  serviceCode: string;
  serviceGroup: string | null;
  point: Point;
  roadClass: RoadClass | null;
  roadNumber: string | null;
  builtUp: boolean | null;
  on: string;
}

interface Candidate {
  organization: DirectoryOrganization;
  reason: string;
}

export interface Decision {
  outcome: 'found' | 'unclear' | 'outside';
  /** Who receives the request: who is competent, or who will find out. Null only when outside, or without organizations. */
  organization: DirectoryOrganization | null;
  reason: string;
  commune: DirectoryOrganization | null;
  candidates: Candidate[];
}

/**
 * Decides who is competent. Pure: the same rules and the same question give the same answer,
 * in whatever order the rules come.
 *
 * Of the rules that match, the highest priority then the most precise ones hold (service before
 * road before place). When they name one organization, it is found; when they name several, or a
 * more precise rule hangs on a fact that is not known, the answer is unclear and the request goes
 * to the organization that orients.
 */
export function decideCompetence(
  organizations: readonly DirectoryOrganization[],
  rules: readonly Competence[],
  question: CompetenceQuestion,
): Decision {
  const ground = surveyGround(organizations, question.point);
  if (ground.outside) {
    return {
      outcome: 'outside',
      organization: null,
      reason: 'Ce lieu est en dehors du territoire.',
      commune: null,
      candidates: [],
    };
  }
  const matching = rules.flatMap((rule) => {
    const organization = ground.byId.get(rule.organizationId);
    if (!organization || !concerns(rule, question) || !actsHere(rule, ground)) return [];
    const fit = roadFit(rule, question);
    return fit === 'no' ? [] : [{ rule, organization, fit, rank: precisionOf(rule) }];
  });
  const certain = matching.filter(({ fit }) => fit === 'yes');
  const best = certain.reduce((highest, { rank }) => Math.max(highest, rank), -Infinity);
  const holding = certain.filter(({ rank }) => rank === best);
  const possible = matching.filter(({ fit, rank }) => fit === 'unknown' && rank > best);
  const candidates = distinctCandidates([...holding, ...possible]);
  const [first] = candidates;
  if (first && candidates.length === 1 && holding.length > 0) {
    return {
      outcome: 'found',
      organization: first.organization,
      reason: `${first.organization.name} : ${first.reason}`,
      commune: ground.commune,
      candidates,
    };
  }
  const organization = whoOrients(candidates, ground);
  return {
    outcome: 'unclear',
    organization,
    reason: whyUnclear(candidates, organization),
    commune: ground.commune,
    candidates,
  };
}

/** The commune that holds a point; of two that share the edge, the first by code. */
export function communeAt(
  organizations: readonly DirectoryOrganization[],
  point: Point,
): DirectoryOrganization | null {
  return surveyGround(organizations, point).commune;
}

interface Ground {
  byId: Map<string, DirectoryOrganization>;
  /** Organizations that act at the point, by legal order then code. */
  here: DirectoryOrganization[];
  commune: DirectoryOrganization | null;
  outside: boolean;
}

function surveyGround(organizations: readonly DirectoryOrganization[], point: Point): Ground {
  // Before the official contours are imported nothing can be said to be outside.
  const mapped = organizations.some(({ kind, boundary }) => isLocal(kind) && boundary);
  const here = organizations
    .filter(({ kind, boundary, box }) =>
      boundary
        ? (!box || contains(box, point)) && pointInPolygon(point, boundary)
        : kind !== 'commune' || !mapped,
    )
    .toSorted(byLegalOrder);
  const communes = here.filter(({ kind }) => kind === 'commune');
  const knownCommunes = communes.filter(({ boundary }) => boundary);
  return {
    byId: new Map(organizations.map((organization) => [organization.id, organization])),
    here,
    commune: knownCommunes[0] ?? (communes.length === 1 ? (communes[0] ?? null) : null),
    outside: mapped && !here.some(({ kind, boundary }) => isLocal(kind) && boundary),
  };
}

function concerns(rule: Competence, { serviceCode, serviceGroup, on }: CompetenceQuestion) {
  return (
    (rule.serviceCode === null || rule.serviceCode === serviceCode) &&
    (rule.serviceGroup === null || rule.serviceGroup === serviceGroup) &&
    rule.validFrom <= on &&
    (rule.validUntil === null || on < rule.validUntil)
  );
}

function actsHere(rule: Competence, { here }: Ground): boolean {
  const area = rule.areaOrganizationId ?? rule.organizationId;
  return here.some(({ id }) => id === area);
}

function roadFit(rule: Competence, question: CompetenceQuestion): 'yes' | 'no' | 'unknown' {
  const conditions = [
    condition(rule.roadClasses, question.roadClass),
    condition(
      rule.roadNumbers?.map(roadKey) ?? null,
      question.roadNumber && roadKey(question.roadNumber),
    ),
    condition(rule.builtUp === null ? null : [rule.builtUp], question.builtUp),
  ];
  if (conditions.includes('no')) return 'no';
  return conditions.includes('unknown') ? 'unknown' : 'yes';
}

function condition<T>(accepted: readonly T[] | null, value: T | null): 'yes' | 'no' | 'unknown' {
  if (accepted === null) return 'yes';
  if (value === null) return 'unknown';
  return accepted.includes(value) ? 'yes' : 'no';
}

/** « D12 », « d 12 » and « D 12 » are one road. */
const roadKey = (number: string) => number.replaceAll(/\s/g, '').toUpperCase();

/** One number to compare: each weight exceeds the sum of those after it. */
function precisionOf(rule: Competence): number {
  return (
    rule.priority * 64 +
    (rule.serviceCode !== null ? 32 : 0) +
    (rule.serviceGroup !== null ? 16 : 0) +
    (rule.roadNumbers !== null ? 8 : 0) +
    (rule.roadClasses !== null ? 4 : 0) +
    (rule.builtUp !== null ? 2 : 0) +
    (rule.areaOrganizationId !== null ? 1 : 0)
  );
}

function distinctCandidates(
  matches: { rule: Competence; organization: DirectoryOrganization; rank: number }[],
): Candidate[] {
  const byOrganization = new Map<string, Candidate>();
  const ordered = matches.toSorted(
    (a, b) =>
      byLegalOrder(a.organization, b.organization) ||
      b.rank - a.rank ||
      compare(a.rule.reason, b.rule.reason),
  );
  for (const { organization, rule } of ordered) {
    if (byOrganization.has(organization.id)) continue;
    byOrganization.set(organization.id, { organization, reason: rule.reason });
  }
  return [...byOrganization.values()];
}

function whoOrients(candidates: Candidate[], { here }: Ground): DirectoryOrganization | null {
  const named = candidates.map(({ organization }) => organization);
  return (
    named.find(({ orientation }) => orientation) ??
    here.find(({ orientation }) => orientation) ??
    named[0] ??
    here.find(({ kind }) => isLocal(kind)) ??
    null
  );
}

function whyUnclear(candidates: Candidate[], receiver: DirectoryOrganization | null): string {
  const possible = candidates
    .map(({ organization, reason }) => `${organization.name} (${reason})`)
    .join(' ; ');
  const why = possible
    ? `Selon la voie ou le lieu exact, peut être compétent : ${possible}.`
    : 'Aucune règle de compétence ne désigne qui agit ici pour cette prestation.';
  return receiver ? `${why} La demande est confiée à ${receiver.name}, qui l’orientera.` : why;
}

const isLocal = (kind: OrganizationKind) => kind === 'commune' || kind === 'epci';

function byLegalOrder(a: DirectoryOrganization, b: DirectoryOrganization): number {
  return (
    ORGANIZATION_KINDS.indexOf(a.kind) - ORGANIZATION_KINDS.indexOf(b.kind) ||
    compare(a.code, b.code) ||
    compare(a.id, b.id)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
