import {
  actsHere,
  concerns,
  conjunction,
  type Fit,
  fitsOf,
  overrules,
  rankOf,
} from './fit-rule.ts';
import {
  byLegalOrder,
  type Competence,
  type CompetenceQuestion,
  compare,
  type DirectoryOrganization,
  isInForce,
  isLocal,
} from './model.ts';
import { type Ground, surveyGround } from './survey-ground.ts';

export interface Candidate {
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
  /** Who might have been, but that a rule says it is not. */
  excluded: Candidate[];
  /** Who decides at this place when nobody is sure. */
  orienting: DirectoryOrganization | null;
  /** Public authorities that act at this place for something, this service or another. */
  authorities: DirectoryOrganization[];
}

/** What became of a rule in a decision. */
export type Verdict =
  /** Named the organization. */
  | 'holds'
  /** Would name it, if a fact that is not known were so. */
  | 'may-hold'
  /** A higher or more precise rule was found. */
  | 'outranked'
  /** A « no » of the same organization sets it aside. */
  | 'excluded'
  /** Is that « no ». */
  | 'excludes'
  | 'other-road'
  | 'other-owner'
  | 'not-declared'
  | 'not-in-force'
  /** Its organization was set aside: it refused. */
  | 'set-aside';

export interface WeighedRule<Rule extends Competence = Competence> {
  rule: Rule;
  organization: DirectoryOrganization;
  verdict: Verdict;
}

/**
 * Decides who is competent. Pure: the same rules and the same question give the same answer,
 * in whatever order the rules come.
 *
 * A « no » first sets aside what its organization is given elsewhere. Of the rules that remain and
 * match, the highest priority then the most precise ones hold (service before road before place).
 * When they name one organization, it is found; when they name several, or a rule that is as
 * precise hangs on a fact that is not known (the road, its owner, what was declared of community
 * interest), the answer is unclear and the request goes to the organization that orients.
 *
 * @param without - organizations that refused: decided as if they had no rule
 */
export function decideCompetence(
  organizations: readonly DirectoryOrganization[],
  rules: readonly Competence[],
  question: CompetenceQuestion,
  without: ReadonlySet<string> = new Set(),
): Decision {
  const ground = surveyGround(organizations, question.point);
  return ground.outside ? OUTSIDE : decideOn(ground, rules, question, without).decision;
}

/** The same decision, with what became of each rule about the service at this place. */
export function weighRules<Rule extends Competence>(
  organizations: readonly DirectoryOrganization[],
  rules: readonly Rule[],
  question: CompetenceQuestion,
): { decision: Decision; weighed: WeighedRule<Rule>[] } {
  const ground = surveyGround(organizations, question.point);
  if (ground.outside) return { decision: OUTSIDE, weighed: [] };
  return decideOn(ground, rules, question, new Set());
}

const OUTSIDE: Decision = {
  outcome: 'outside',
  organization: null,
  reason: 'Ce lieu est en dehors du territoire.',
  commune: null,
  candidates: [],
  excluded: [],
  orienting: null,
  authorities: [],
};

interface Match<Rule extends Competence> extends WeighedRule<Rule> {
  fit: Fit;
  rank: number;
}

function decideOn<Rule extends Competence>(
  ground: Ground,
  rules: readonly Rule[],
  question: CompetenceQuestion,
  without: ReadonlySet<string>,
): { decision: Decision; weighed: WeighedRule<Rule>[] } {
  const matches = rules
    .filter((rule) => concerns(rule, question) && actsHere(rule, ground))
    .flatMap((rule) => matchOf(rule, ground, question, without));
  setAside(matches);
  const giving = matches.filter(({ rule, fit }) => rule.value !== 'no' && fit !== 'no');
  const certain = giving.filter(({ fit }) => fit === 'yes');
  const best = certain.reduce((highest, { rank }) => Math.max(highest, rank), -Infinity);
  for (const match of giving) {
    if (match.rank < best) match.verdict = 'outranked';
    else match.verdict = match.fit === 'yes' ? 'holds' : 'may-hold';
  }
  const naming = giving.filter(({ verdict }) => verdict !== 'outranked');
  const candidates = distinct(naming);
  const named = new Set(candidates.map(({ organization }) => organization.id));
  const excluded = distinct(
    matches.filter(
      ({ verdict, organization }) => verdict === 'excludes' && !named.has(organization.id),
    ),
  );
  const [only] = candidates;
  const isFound = candidates.length === 1 && certain.length > 0;
  const orienting = whoOrients(candidates, ground);
  const organization = isFound && only ? only.organization : orienting;
  return {
    decision: {
      outcome: isFound ? 'found' : 'unclear',
      organization,
      reason: [
        isFound && only
          ? `${only.organization.name} : ${only.reason}${excluded.length > 0 ? '.' : ''}`.replace(
              /\.\.$/,
              '.',
            )
          : whyUnclear(candidates, orienting),
        ...excluded.map(whyExcluded),
      ].join(' '),
      commune: ground.commune,
      candidates,
      excluded,
      orienting,
      authorities: authoritiesOn(ground, rules, question),
    },
    weighed: matches
      .toSorted(byWeight)
      .map(({ rule, organization: whose, verdict }) => ({ rule, organization: whose, verdict })),
  };
}

function matchOf<Rule extends Competence>(
  rule: Rule,
  ground: Ground,
  question: CompetenceQuestion,
  without: ReadonlySet<string>,
): Match<Rule>[] {
  const organization = ground.byId.get(rule.organizationId);
  if (!organization) return [];
  const whose = { rule, organization, rank: rankOf(rule) };
  if (!isInForce(rule, question.on)) return [{ ...whose, fit: 'no', verdict: 'not-in-force' }];
  if (without.has(organization.id)) return [{ ...whose, fit: 'no', verdict: 'set-aside' }];
  const fits = fitsOf(rule, question);
  const verdict =
    fits.road === 'no' ? 'other-road' : fits.owner === 'no' ? 'other-owner' : 'not-declared';
  return [{ ...whose, fit: conjunction(Object.values(fits)), verdict }];
}

/** A certain « no » takes a rule away; one that hangs on an unknown fact makes it uncertain. */
function setAside(matches: Match<Competence>[]): void {
  const refusing = matches.filter(({ rule, fit }) => rule.value === 'no' && fit !== 'no');
  for (const no of refusing) no.verdict = no.fit === 'yes' ? 'excludes' : 'may-hold';
  for (const match of matches) {
    if (match.rule.value === 'no' || match.fit === 'no') continue;
    const against = refusing.filter(
      ({ rule }) =>
        rule.organizationId === match.rule.organizationId && overrules(rule, match.rule),
    );
    if (against.some(({ fit }) => fit === 'yes')) {
      Object.assign(match, { fit: 'no', verdict: 'excluded' });
    } else if (against.length > 0) {
      match.fit = 'unknown';
    }
  }
}

function distinct(matches: readonly Match<Competence>[]): Candidate[] {
  const byOrganization = new Map<string, Candidate>();
  for (const { organization, rule } of matches.toSorted(byWeight)) {
    if (byOrganization.has(organization.id)) continue;
    byOrganization.set(organization.id, { organization, reason: rule.reason });
  }
  return [...byOrganization.values()];
}

const byWeight = (a: Match<Competence>, b: Match<Competence>) =>
  byLegalOrder(a.organization, b.organization) ||
  b.rank - a.rank ||
  compare(a.rule.reason, b.rule.reason) ||
  compare(a.rule.validFrom, b.rule.validFrom);

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

/** One place has several authorities: of its pavement, of its cleaning, of its lamps. */
function authoritiesOn(
  ground: Ground,
  rules: readonly Competence[],
  question: CompetenceQuestion,
): DirectoryOrganization[] {
  const acting = new Set(
    rules
      .filter(
        (rule) =>
          rule.value !== 'no' &&
          isInForce(rule, question.on) &&
          actsHere(rule, ground) &&
          conjunction(Object.values(fitsOf(rule, question))) === 'yes',
      )
      .map(({ organizationId }) => organizationId),
  );
  return [...ground.byId.values()]
    .filter(({ id, kind }) => kind !== 'operator' && acting.has(id))
    .toSorted(byLegalOrder);
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

const whyExcluded = ({ organization, reason }: Candidate) =>
  `${organization.name} n’est pas compétent ici : ${reason.replace(/\.$/, '')}.`;
