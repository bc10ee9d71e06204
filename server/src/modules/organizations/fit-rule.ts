import type { Competence, CompetenceQuestion } from './model.ts';
import type { Ground } from './survey-ground.ts';

/** Whether a condition is met; « unknown » hangs on a fact that nobody has told. */
export type Fit = 'yes' | 'no' | 'unknown';

/** Whether a rule is about the service that is asked, whenever and wherever. */
export function concerns(rule: Competence, question: CompetenceQuestion): boolean {
  return (
    (rule.serviceCode === null || rule.serviceCode === question.serviceCode) &&
    (rule.serviceGroup === null || rule.serviceGroup === question.serviceGroup)
  );
}

/** Whether a rule is about this place. */
export function actsHere(rule: Competence, { here }: Ground): boolean {
  const area = rule.areaOrganizationId ?? rule.organizationId;
  return here.some(({ id }) => id === area);
}

/** How a rule fits what is known of the place, condition by condition. */
export function fitsOf(rule: Competence, question: CompetenceQuestion) {
  return {
    road: conjunction([
      condition(rule.roadClasses, question.roadClass),
      condition(
        rule.roadNumbers?.map(roadKey) ?? null,
        question.roadNumber && roadKey(question.roadNumber),
      ),
      condition(rule.builtUp === null ? null : [rule.builtUp], question.builtUp),
    ]),
    owner: condition(rule.ownerIds, question.ownerId),
    declared: rule.value === 'community-interest' ? declarationFit(rule, question) : 'yes',
  } satisfies Record<string, Fit>;
}

export function conjunction(fits: readonly Fit[]): Fit {
  if (fits.includes('no')) return 'no';
  return fits.includes('unknown') ? 'unknown' : 'yes';
}

/**
 * One number to compare: each weight exceeds the sum of those after it. Priority, then service
 * before road before place.
 */
export const rankOf = (rule: Competence): number => rule.priority * ALL_KINDS + kindsOf(rule);

/**
 * Whether a « no » sets aside what the same organization is given elsewhere: always, unless that
 * rule has a higher priority or is the same with more conditions (an exception to the exception).
 */
export function overrules(no: Competence, rule: Competence): boolean {
  if (no.priority !== rule.priority) return no.priority > rule.priority;
  const kinds = kindsOf(rule);
  const isException = (kinds & kindsOf(no)) === kindsOf(no) && kinds !== kindsOf(no);
  return !isException;
}

const ALL_KINDS = 256;

/** Which kinds of conditions a rule has, the most telling highest. A service is within its group. */
function kindsOf(rule: Competence): number {
  return (
    (rule.serviceCode !== null ? 128 + 64 : 0) |
    (rule.serviceGroup !== null ? 64 : 0) |
    (rule.roadNumbers !== null || rule.value === 'community-interest' ? 32 : 0) |
    (rule.ownerIds !== null ? 16 : 0) |
    (rule.roadClasses !== null ? 8 : 0) |
    (rule.builtUp !== null ? 4 : 0) |
    (rule.areaOrganizationId !== null ? 2 : 0)
  );
}

function condition<T>(accepted: readonly T[] | null, value: T | null): Fit {
  if (accepted === null) return 'yes';
  if (value === null) return 'unknown';
  return accepted.includes(value) ? 'yes' : 'no';
}

/** A declaration that is not known is never taken for « no » (BANATIC's third value). */
function declarationFit({ declared }: Competence, question: CompetenceQuestion): Fit {
  if (declared === null) return 'unknown';
  const roads = new Set(declared.roads.map(nameKey));
  const places = new Set(declared.places.map(nameKey));
  const names = [question.street, question.roadNumber].flatMap((name) => name ?? []);
  if (names.some((name) => roads.has(nameKey(name)))) return 'yes';
  if (question.placeNames?.some((name) => places.has(nameKey(name)))) return 'yes';
  const roadUnknown = roads.size > 0 && names.length === 0;
  const placeUnknown = places.size > 0 && question.placeNames === null;
  return roadUnknown || placeUnknown ? 'unknown' : 'no';
}

/** « D12 », « d 12 » and « D 12 » are one road. */
const roadKey = (number: string) => number.replaceAll(/\s/g, '').toUpperCase();

/** « Rue de l’Église » and « rue de l'eglise » are one street. */
const nameKey = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
