import type { Act } from '../../platform/acts/index.ts';
import { parisDate } from '../../platform/clock/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { checkCompetences, lockSeen } from './check-competence.ts';
import { insertCompetences, type StoredCompetence, updateCompetence } from './competence-store.ts';
import type { Competence } from './model.ts';
import { problems } from './problems.ts';
import { renewDirectory } from './territory-store.ts';

export interface ChangeCompetence {
  id: string;
  /** First day of the new content. */
  from: string;
  rule: Omit<Competence, 'organizationId' | 'validFrom'>;
  /** Why: a deliberation, a convention. Goes into the log. */
  why: string;
}

/**
 * Changes a rule from a day on. What held before stays written: the old rule ends that day and a
 * new one begins. One that has not begun yet is simply rewritten.
 *
 * @returns the rule with its new content
 * @throws Problem `forbidden` (403), `not-found` (404), `history-kept`, `unknown-organization` or
 *   `unsound-competence` (422)
 */
export function changeCompetence(
  platform: Platform,
  act: Act,
  { id, from, rule, why }: ChangeCompetence,
): Promise<StoredCompetence> {
  const { territoryId } = act;
  return platform.perform(act, async (tx) => {
    const old = await lockSeen(tx, act, id);
    const { organizationId } = old;
    const content = { ...rule, organizationId, validFrom: from };
    await checkCompetences(tx, act, organizationId, [content]);
    const hasBegun = old.validFrom < parisDate(act.at);
    ensure(!hasBegun || from > old.validFrom, problems.historyKept);
    ensure(old.validUntil === null || from < old.validUntil, problems.historyKept);
    const changed = hasBegun
      ? { ...content, id: uuidv7(platform.clock), version: 1 }
      : { ...content, id, version: old.version + 1 };
    if (hasBegun) {
      const ended = { ...old, validUntil: from, version: old.version + 1 };
      await updateCompetence(tx, territoryId, ended);
      await insertCompetences(tx, territoryId, [changed]);
    } else {
      await updateCompetence(tx, territoryId, changed);
    }
    await renewDirectory(tx, territoryId, uuidv7(platform.clock));
    await platform.events.publish(tx, act, {
      type: 'organization.competence-changed',
      subject: organizationId,
      organizationId,
      data: { before: old, rule: changed },
      reason: why,
    });
    return changed;
  });
}
