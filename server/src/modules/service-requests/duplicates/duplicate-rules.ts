import type { Act } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { catalogueOf } from '../offered-services.ts';
import { mayImport } from '../policy.ts';
import { problems } from '../problems.ts';
import { type DuplicateRule, duplicateRulesOf, forgetDuplicateRules } from './rules.ts';
import { listOwnRules, replaceRules } from './store.ts';

export interface RuleOfService extends DuplicateRule {
  serviceCode: string;
  serviceName: string;
  /** Whether the territory set it; otherwise it is ours. */
  own: boolean;
}

/** The rule of each offered service, in the catalogue's order. */
export async function listRules(platform: Platform, territoryId: string): Promise<RuleOfService[]> {
  const [{ services }, rules, own] = await Promise.all([
    catalogueOf(platform, territoryId),
    duplicateRulesOf(platform, territoryId),
    listOwnRules(platform.db.read, territoryId),
  ]);
  return services
    .filter(({ offered }) => offered)
    .map((service) => ({
      ...rules.of(service),
      serviceCode: service.code,
      serviceName: service.name,
      own: own.has(service.code),
    }));
}

/**
 * Makes the territory's own rules what is given; a service without one follows ours.
 *
 * @throws Problem `unknown-service` (422)
 */
export async function setRules(
  platform: Platform,
  act: Act,
  given: readonly (DuplicateRule & { serviceCode: string })[],
): Promise<RuleOfService[]> {
  const { territoryId } = act;
  ensure(mayImport(act.actor));
  const { byCode } = await catalogueOf(platform, territoryId);
  for (const { serviceCode, confusedWith } of given) {
    for (const code of [serviceCode, ...confusedWith]) {
      ensure(byCode.has(code), () => problems.unknownService({ serviceCode: code }));
    }
  }
  const unique = new Map(given.map((rule) => [rule.serviceCode, rule]));
  await platform.perform(act, async (tx) => {
    await replaceRules(tx, territoryId, [...unique.values()]);
    tx.afterCommit(() => forgetDuplicateRules(platform, territoryId));
  });
  return listRules(platform, territoryId);
}
