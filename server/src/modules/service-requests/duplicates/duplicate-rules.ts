import type { Act } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { SERVICE_REQUEST_EVENTS } from '../events.ts';
import { catalogueOf } from '../offered-services.ts';
import { mayImport } from '../policy.ts';
import { problems } from '../problems.ts';
import { type DuplicateRule, duplicateRulesOf, forgetDuplicateRules } from './rules.ts';
import { countRulesChange, listOwnRules, replaceRules, rulesVersion } from './store.ts';

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

/** The same, with the version that a change must have seen. */
export async function readRules(platform: Platform, territoryId: string) {
  const version = await rulesVersion(platform.db.read, territoryId);
  return { version, items: await listRules(platform, territoryId) };
}

/**
 * Makes the territory's own rules what is given; a service without one follows ours.
 *
 * @throws Problem `forbidden` (403) but for administrators, `precondition-required` (428),
 *   `precondition-failed` (412), `unknown-service` (422)
 */
export async function setRules(
  platform: Platform,
  act: Act,
  given: readonly (DuplicateRule & { serviceCode: string })[],
): Promise<{ version: number; items: RuleOfService[] }> {
  const { territoryId, expectedVersion } = act;
  ensure(mayImport(act.actor));
  ensure(expectedVersion !== undefined, commonProblems.preconditionRequired);
  const { byCode } = await catalogueOf(platform, territoryId);
  for (const { serviceCode, confusedWith } of given) {
    for (const code of [serviceCode, ...confusedWith]) {
      ensure(byCode.has(code), () => problems.unknownService({ serviceCode: code }));
    }
  }
  const unique = new Map(given.map((rule) => [rule.serviceCode, rule]));
  await platform.perform(act, async (tx) => {
    const isFirst = await countRulesChange(tx, territoryId, expectedVersion);
    ensure(isFirst, commonProblems.preconditionFailed);
    await replaceRules(tx, territoryId, [...unique.values()]);
    await platform.events.publish(tx, act, {
      type: SERVICE_REQUEST_EVENTS.duplicateRulesSet,
      subject: territoryId,
      organizationId: null,
      data: { version: expectedVersion + 1 },
    });
    tx.afterCommit(() => forgetDuplicateRules(platform, territoryId));
  });
  return readRules(platform, territoryId);
}
