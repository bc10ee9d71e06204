import type { Act } from '../../platform/acts/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { checkCompetences } from './check-competence.ts';
import { deleteCompetences, insertCompetences } from './competence-store.ts';
import type { Competence } from './model.ts';
import { renewDirectory } from './territory-store.ts';

export interface SetCompetences {
  organizationId: string;
  /** All its rules, past and future ones too: they replace those that were there. */
  competences: Omit<Competence, 'organizationId'>[];
  /** Why they change: a deliberation, a convention. Goes into the log. */
  reason: string;
}

/**
 * Says what an organization is competent for, where and until when.
 *
 * @throws Problem `forbidden` (403), `unknown-organization` or `unsound-competence` (422)
 */
export async function setCompetences(
  platform: Platform,
  act: Act,
  command: SetCompetences,
): Promise<null> {
  return platform.perform(act, async (tx) => {
    const { territoryId } = act;
    const { organizationId } = command;
    await checkCompetences(tx, act, organizationId, command.competences);
    await deleteCompetences(tx, territoryId, organizationId);
    await insertCompetences(
      tx,
      territoryId,
      command.competences.map((rule) => ({ ...rule, organizationId, id: uuidv7(platform.clock) })),
    );
    await renewDirectory(tx, territoryId, uuidv7(platform.clock));
    await platform.events.publish(tx, act, {
      type: 'organization.competences-set',
      subject: organizationId,
      organizationId,
      data: { competences: command.competences },
      reason: command.reason,
    });
    return null;
  });
}
