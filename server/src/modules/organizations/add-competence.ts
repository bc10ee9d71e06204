import type { Act } from '../../platform/acts/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { checkCompetences } from './check-competence.ts';
import { insertCompetences, type StoredCompetence } from './competence-store.ts';
import type { Competence } from './model.ts';
import { renewDirectory } from './territory-store.ts';

export interface AddCompetence {
  organizationId: string;
  rule: Omit<Competence, 'organizationId'>;
  /** Why: a deliberation, a convention. Goes into the log. */
  why: string;
}

/**
 * Adds one rule to those of an organization.
 *
 * @throws Problem `forbidden` (403), `unknown-organization` or `unsound-competence` (422)
 */
export function addCompetence(
  platform: Platform,
  act: Act,
  { organizationId, rule, why }: AddCompetence,
): Promise<StoredCompetence> {
  const { territoryId } = act;
  return platform.perform(act, async (tx) => {
    await checkCompetences(tx, act, organizationId, [rule]);
    const stored = { ...rule, organizationId, id: uuidv7(platform.clock), version: 1 };
    await insertCompetences(tx, territoryId, [stored]);
    await renewDirectory(tx, territoryId, uuidv7(platform.clock));
    await platform.events.publish(tx, act, {
      type: 'organization.competence-added',
      subject: organizationId,
      organizationId,
      data: { rule: stored },
      reason: why,
    });
    return stored;
  });
}
