import type { Static } from 'typebox';
import { parisDate } from '../../platform/clock/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { weighRules } from './decide-competence.ts';
import { describeOutside } from './describe-outside.ts';
import { type Directory, directoryOf } from './directory.ts';
import { type FindCompetent, questionOf, refer, referCandidate } from './find-competent.ts';
import type { ExplainedView } from './schemas.ts';
import { tellVerdict } from './tell-verdict.ts';

/** A service of the catalogue, as far as competences know it. */
export interface NamedService {
  code: string;
  name: string;
  group: string;
}

export type Explained = Omit<Static<typeof ExplainedView>, 'place'> & {
  owner: string | null;
};

/**
 * Who would get this, and why: the decision, every rule that was weighed with its fate, and who
 * acts at the same place for the other services (one place may have several authorities).
 *
 * @param on - civil date; today unless said
 */
export async function explainCompetence(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  asked: FindCompetent,
  services: readonly NamedService[],
  on = parisDate(asked.at),
): Promise<Explained> {
  return explainBy(await directoryOf(platform, tx, territoryId), asked, services, on);
}

/** The same by the rules of a directory, even one that was never written. Pure. */
export function explainBy(
  directory: Directory,
  asked: FindCompetent,
  services: readonly NamedService[],
  on: string,
): Explained {
  const { organizations, competences, territoryName } = directory;
  const question = questionOf(directory, asked, on);
  const { decision, weighed } = weighRules(organizations, competences, question);
  const owner = organizations.find(({ id }) => id === question.ownerId);
  return {
    outcome: decision.outcome,
    organization: decision.organization && refer(decision.organization),
    reason:
      decision.outcome === 'outside'
        ? describeOutside(territoryName, organizations, asked.point)
        : decision.reason,
    commune: decision.commune && { id: decision.commune.id, name: decision.commune.name },
    orienting: decision.orienting && refer(decision.orienting),
    owner: owner?.name ?? question.ownerId,
    candidates: decision.candidates.map(referCandidate),
    excluded: decision.excluded.map(referCandidate),
    rules: weighed.map((one) => ({
      rule: one.rule,
      organization: refer(one.organization),
      verdict: one.verdict,
      why: tellVerdict(one),
    })),
    themes: decision.outcome === 'outside' ? [] : themes(),
  };

  /** One entry for each group and answer: services of a group may differ. */
  function themes(): Explained['themes'] {
    const answers = services
      .filter(({ code }) => code !== asked.serviceCode)
      .map(({ code, name, group }) => {
        const other = { ...question, serviceCode: code, serviceGroup: group };
        return { name, group, decision: weighRules(organizations, competences, other).decision };
      });
    const alike = Map.groupBy(
      answers,
      ({ group, decision: { outcome, organization } }) =>
        `${group}\n${outcome}\n${organization?.id}`,
    );
    return [...alike.values()].flatMap(([first, ...rest]) => {
      if (!first) return [];
      const { outcome, organization, reason } = first.decision;
      return {
        group: first.group,
        outcome,
        organization: organization && refer(organization),
        reason,
        services: [first, ...rest].map(({ name }) => name),
      };
    });
  }
}
