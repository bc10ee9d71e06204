import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { lockCompetence, type StoredCompetence } from './competence-store.ts';
import { type Competence, isSound } from './model.ts';
import { listOrganizations } from './organization-store.ts';
import { mayAdministerOrganization } from './policy.ts';
import { problems } from './problems.ts';

/**
 * Checks rules of one organization before they are written.
 *
 * @throws Problem `forbidden` (403), `unknown-organization` or `unsound-competence` (422)
 */
export async function checkCompetences(
  tx: Tx,
  { territoryId, actor }: Act,
  organizationId: string,
  rules: readonly Omit<Competence, 'organizationId'>[],
): Promise<void> {
  const organizations = await listOrganizations(tx, territoryId);
  const known = new Set(organizations.map(({ id }) => id));
  ensure(mayAdministerOrganization(actor, organizationId, organizations));
  const named = rules.flatMap((rule) => [rule.areaOrganizationId ?? [], rule.ownerIds ?? []]);
  for (const id of [organizationId, ...named.flat()]) {
    ensure(known.has(id), () => problems.unknownOrganization({ organizationId: id }));
  }
  for (const rule of rules) {
    ensure(isSound(rule), () => problems.unsoundCompetence({ rule: rule.reason }));
  }
}

/**
 * Reads a rule for change, as its author saw it.
 *
 * @throws Problem `not-found` (404), `precondition-required` (428), `precondition-failed` (412)
 */
export async function lockSeen(
  tx: Tx,
  { territoryId, expectedVersion }: Act,
  id: string,
): Promise<StoredCompetence> {
  const rule = await lockCompetence(tx, territoryId, id);
  ensure(rule, commonProblems.notFound);
  ensure(expectedVersion !== undefined, commonProblems.preconditionRequired);
  ensure(expectedVersion === rule.version, commonProblems.preconditionFailed);
  return rule;
}
