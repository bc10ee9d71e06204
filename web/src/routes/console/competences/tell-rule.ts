import type { CompetenceRule, Service } from '../api/views.ts';
import { tellDay } from '../time/tell.ts';
import { words } from '../words.ts';

/** The civil date in Paris, `2026-11-24`. */
export const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format();

/** Whether a rule holds today, will, or did. */
export function stateOf({ validFrom, validUntil }: CompetenceRule): 'past' | 'now' | 'future' {
  if (validUntil !== null && validUntil <= today()) return 'past';
  return validFrom > today() ? 'future' : 'now';
}

export function periodOf({ validFrom, validUntil }: CompetenceRule): string {
  const from = tellDay(`${validFrom}T12:00:00Z`);
  return validUntil === null
    ? words.competences.since(from)
    : words.competences.between(from, tellDay(`${validUntil}T12:00:00Z`));
}

export function tellScope(
  { serviceCode, serviceGroup }: CompetenceRule,
  services: readonly Service[],
): string {
  if (serviceCode) return services.find(({ code }) => code === serviceCode)?.name ?? serviceCode;
  return serviceGroup ?? words.competences.everyService;
}

/** On which roads, whose, where. */
export function tellConditions(rule: CompetenceRule, nameOf: (id: string) => string): string {
  const { roadClasses, roadNumbers, builtUp, ownerIds, areaOrganizationId, declared } = rule;
  const parts = [
    roadClasses?.map((one) => words.competences.roadClasses[one]).join(', '),
    roadNumbers?.join(', '),
    builtUp === null ? null : words.competences[builtUp ? 'builtUp' : 'notBuiltUp'],
    ownerIds && words.competences.ownedBy(ownerIds.map(nameOf).join(', ')),
    areaOrganizationId && words.competences.within(nameOf(areaOrganizationId)),
    rule.value === 'community-interest' &&
      (declared
        ? words.competences.declared([...declared.roads, ...declared.places].join(', '))
        : words.competences.notDeclared),
  ];
  return parts.filter(Boolean).join(' ; ') || words.competences.everywhere;
}
