import type { Act } from '../../platform/acts/index.ts';
import { parisDate } from '../../platform/clock/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { checkCompetences } from './check-competence.ts';
import { directoryOf } from './directory.ts';
import { type Explained, explainBy, type NamedService } from './explain-competence.ts';
import type { FindCompetent } from './find-competent.ts';
import type { Competence } from './model.ts';

/** A rule that somebody is writing. */
export interface DraftRule {
  organizationId: string;
  /** The rule that it will end, or rewrite; null when it is added. */
  replaces: string | null;
  rule: Omit<Competence, 'organizationId'>;
}

/**
 * Who would get this if a rule that is not written yet held, and who would without it, on the first
 * day when it would hold. Changes nothing.
 *
 * @throws Problem `forbidden` (403), `unknown-organization` or `unsound-competence` (422)
 */
export async function tryRule(
  platform: Platform,
  act: Act,
  asked: FindCompetent,
  services: readonly NamedService[],
  { organizationId, replaces, rule }: DraftRule,
): Promise<{
  on: string;
  before: Pick<Explained, 'outcome' | 'organization' | 'reason'>;
  after: Explained;
  draftId: string;
}> {
  const { read } = platform.db;
  await checkCompetences(read, act, organizationId, [rule]);
  const directory = await directoryOf(platform, read, act.territoryId);
  const on = [parisDate(asked.at), rule.validFrom].toSorted().at(-1) as string;
  const draftId = uuidv7(platform.clock);
  const others = directory.competences.filter(({ id }) => id !== replaces);
  const competences = [...others, { ...rule, organizationId, id: draftId, version: 1 }];
  const { outcome, organization, reason } = explainBy(directory, asked, [], on);
  return {
    on,
    before: { outcome, organization, reason },
    after: explainBy({ ...directory, competences }, asked, services, on),
    draftId,
  };
}
