import { isDeepStrictEqual } from 'node:util';
import type { Act, Actor } from '../../../platform/acts/index.ts';
import {
  addWorkingMinutes,
  type CivilDate,
  isCivilDate,
  parisDate,
  parisInstant,
  type WorkSchedule,
} from '../../../platform/clock/index.ts';
import { uuidv7 } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { catalogueOf, forgetCatalogue } from '../offered-services.ts';
import { mayKeepCommitments, mayList } from '../policy.ts';
import { problems } from '../problems.ts';
import { type ClockRules, scheduleAt } from './promises.ts';
import { readRules, replaceRules, scheduleOf, type WorkingWeek } from './rules-store.ts';
import type { CommitmentRules, SetCommitments } from './schemas.ts';

/** What the town promises today, and when it works. */
export async function readCommitments(
  platform: Platform,
  territoryId: string,
  actor: Actor,
): Promise<CommitmentRules> {
  ensure(mayList(actor) || mayKeepCommitments(actor));
  const rules = await readRules(platform.db.read, territoryId);
  return viewOf(rules, platform.clock.now());
}

function viewOf(
  { version, promises, procedures, schedules }: ClockRules & { version: number },
  now: Date,
): CommitmentRules {
  const still = <T extends { validUntil: Date | null }>(rules: T[]) =>
    rules.filter(({ validUntil }) => validUntil === null);
  return {
    version,
    week: weekOf(scheduleAt({ schedules }, now)),
    weeks: schedules.map(({ schedule, validFrom }) => ({
      ...weekOf(schedule),
      validFrom: validFrom.toISOString(),
    })),
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
    ...dateFaults(command.weekFrom, at),
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
  const { reason, week, weekFrom, promises, procedures } = command;
  const validFrom =
    weekFrom === undefined || weekFrom === parisDate(at) ? at : parisInstant(weekFrom);
  return platform.perform(act, async (tx) => {
    const before = await readRules(tx, territoryId);
    ensure(before.version === expectedVersion, commonProblems.preconditionFailed);
    const version = before.version + 1;
    const isSameWeek = isDeepStrictEqual(weekOf(scheduleAt(before, validFrom)), week);
    const identified = <T>(list: T[]) =>
      list.map((rule) => ({ ...rule, id: uuidv7(platform.clock) }));
    await replaceRules(
      tx,
      territoryId,
      {
        promises: identified(promises),
        procedures: identified(procedures),
        week: isSameWeek ? undefined : { ...week, validFrom },
        version,
      },
      at,
    );
    await platform.events.publish(tx, act, {
      type: 'service-requests.commitments-set',
      subject: territoryId,
      organizationId: null,
      data: { week, weekFrom: validFrom.toISOString(), promises, procedures, version },
      reason,
    });
    tx.afterCommit(() => forgetCatalogue(platform, territoryId));
    return viewOf(await readRules(tx, territoryId), at);
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

/** Hours change from a day on, today at the earliest: what is past stays as it was. */
function dateFaults(weekFrom: CivilDate | undefined, at: Date): string[] {
  if (weekFrom === undefined) return [];
  if (isCivilDate(weekFrom) && weekFrom >= parisDate(at)) return [];
  return ['Les horaires changent aujourd’hui au plus tôt : ce qui est passé reste écrit.'];
}

function weekOf({ week, holidays }: WorkSchedule): WorkingWeek {
  const openings = Object.fromEntries(
    Object.entries(week).map(([day, spans]) => [
      day,
      spans.map(([from, to]): [string, string] => [from, to]),
    ]),
  );
  return { openings, holidays };
}
