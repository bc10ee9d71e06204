import type { Act } from '../../platform/acts/index.ts';
import { parisDate } from '../../platform/clock/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { checkCompetences, lockSeen } from './check-competence.ts';
import { deleteCompetence, type StoredCompetence, updateCompetence } from './competence-store.ts';
import { problems } from './problems.ts';
import { renewDirectory } from './territory-store.ts';

export interface EndCompetence {
  id: string;
  /** First day when the rule no longer holds. */
  on: string;
  /** Why: a deliberation, a convention. Goes into the log. */
  why: string;
}

/**
 * Ends a rule at a day. What held before stays written; one that ends before it began never held,
 * and goes: the log keeps it.
 *
 * @throws Problem `forbidden` (403), `not-found` (404), `history-kept` (422) when that would
 *   rewrite what held already
 */
export function endCompetence(
  platform: Platform,
  act: Act,
  { id, on, why }: EndCompetence,
): Promise<StoredCompetence> {
  const { territoryId } = act;
  return platform.perform(act, async (tx) => {
    const old = await lockSeen(tx, act, id);
    const { organizationId } = old;
    await checkCompetences(tx, act, organizationId, []);
    const today = parisDate(act.at);
    const neverHeld = old.validFrom >= today && on <= old.validFrom;
    ensure(neverHeld || (on >= today && on > old.validFrom), problems.historyKept);
    ensure(old.validUntil === null || old.validUntil > today, problems.historyKept);
    const ended = { ...old, validUntil: on, version: old.version + 1 };
    if (neverHeld) await deleteCompetence(tx, territoryId, id);
    else await updateCompetence(tx, territoryId, ended);
    await renewDirectory(tx, territoryId, uuidv7(platform.clock));
    await platform.events.publish(tx, act, {
      type: 'organization.competence-ended',
      subject: organizationId,
      organizationId,
      data: { rule: ended, neverHeld },
      reason: why,
    });
    return ended;
  });
}
