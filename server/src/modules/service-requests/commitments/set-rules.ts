import type { Act, Actor } from '../../../platform/acts/index.ts';
import { addWorkingMinutes, type OFFICE_HOURS } from '../../../platform/clock/index.ts';
import { uuidv7 } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { catalogueOf, forgetCatalogue } from '../offered-services.ts';
import { mayKeepCommitments, mayList } from '../policy.ts';
import { problems } from '../problems.ts';
import { readRules, replaceRules, scheduleOf, type WorkingWeek } from './rules-store.ts';
import type { CommitmentRules, SetCommitments } from './schemas.ts';

/** What the town promises today, and when it works. */
export async function readCommitments(
  platform: Platform,
  territoryId: string,
  actor: Actor,
): Promise<CommitmentRules> {
  ensure(mayList(actor) || mayKeepCommitments(actor));
  const { version, schedule, promises, procedures } = await readRules(
    platform.db.read,
    territoryId,
  );
  const { week, holidays } = schedule;
  const still = <T extends { validUntil: Date | null }>(rules: T[]) =>
    rules.filter(({ validUntil }) => validUntil === null);
  return {
    version,
    week: { openings: mutable(week), holidays },
    promises: still(promises).map(({ validFrom: _, validUntil: __, ...rule }) => rule),
    procedures: still(procedures).map(({ validFrom: _, validUntil: __, ...rule }) => rule),
  };
}

/**
 * Says what is promised from now on. Requests that are here already are held to what was promised
 * when they came.
 *
 * @throws Problem `forbidden` (403), `precondition-required` (428), `precondition-failed` (412),
 *   `unsound-commitments` (422)
 */
export async function setCommitments(
  platform: Platform,
  act: Act,
  command: SetCommitments,
): Promise<CommitmentRules> {
  const { territoryId, actor, at, expectedVersion } = act;
  ensure(mayKeepCommitments(actor));
  ensure(expectedVersion !== undefined, commonProblems.preconditionRequired);
  const { byCode } = await catalogueOf(platform, territoryId);
  const faults = [
    ...weekFaults(command.week, at),
    ...[...command.promises, ...command.procedures].flatMap(({ serviceCode }) =>
      serviceCode === null || byCode.has(serviceCode)
        ? []
        : [`Aucune prestation n’a le code « ${serviceCode} ».`],
    ),
    ...command.promises.flatMap(({ serviceCode, serviceGroup }) =>
      serviceCode !== null && serviceGroup !== null
        ? [`Un engagement porte sur « ${serviceCode} » ou sur un domaine, pas sur les deux.`]
        : [],
    ),
  ];
  ensure(faults.length === 0, () => problems.unsoundCommitments({ detail: faults.join('\n') }));
  const { reason, ...rules } = command;
  return platform.perform(act, async (tx) => {
    const { version: present } = await readRules(tx, territoryId);
    ensure(present === expectedVersion, commonProblems.preconditionFailed);
    const version = present + 1;
    const identified = <T>(list: T[]) =>
      list.map((rule) => ({ ...rule, id: uuidv7(platform.clock) }));
    const { week } = rules;
    await replaceRules(
      tx,
      territoryId,
      {
        promises: identified(rules.promises),
        procedures: identified(rules.procedures),
        week,
        version,
      },
      at,
    );
    await platform.events.publish(tx, act, {
      type: 'service-requests.commitments-set',
      subject: territoryId,
      organizationId: null,
      data: { ...rules, version },
      reason,
    });
    tx.afterCommit(() => forgetCatalogue(platform, territoryId));
    return { ...rules, version };
  });
}

/** A week that never opens, or whose openings overlap, counts nothing. */
function weekFaults(week: WorkingWeek, at: Date): string[] {
  try {
    addWorkingMinutes(at, 1, scheduleOf(week));
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [
      'La semaine de travail doit être ouverte un jour au moins, sans horaires qui se croisent.',
    ];
  }
}

function mutable(week: typeof OFFICE_HOURS.week): WorkingWeek['openings'] {
  return Object.fromEntries(
    Object.entries(week).map(([day, openings]) => [
      day,
      openings.map(([from, to]): [string, string] => [from, to]),
    ]),
  );
}
