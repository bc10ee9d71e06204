import type { Act } from '../../platform/acts/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { type Competence, isSound } from './model.ts';
import { mayAdministerOrganization } from './policy.ts';
import { problems } from './problems.ts';
import {
  deleteCompetences,
  insertCompetences,
  listOrganizations,
  renewDirectory,
} from './store.ts';

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
    const { territoryId, actor } = act;
    const { organizationId } = command;
    const organizations = await listOrganizations(tx, territoryId);
    const known = new Set(organizations.map(({ id }) => id));
    ensure(mayAdministerOrganization(actor, organizationId, organizations));
    const named = [
      organizationId,
      ...command.competences.flatMap((rule) => rule.areaOrganizationId ?? []),
    ];
    for (const id of named) {
      ensure(known.has(id), () => problems.unknownOrganization({ organizationId: id }));
    }
    for (const rule of command.competences) {
      ensure(isSound(rule), () => problems.unsoundCompetence({ rule: rule.reason }));
    }
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
