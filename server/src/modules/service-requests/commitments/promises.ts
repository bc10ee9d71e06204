import { OFFICE_HOURS, type WorkSchedule } from '../../../platform/clock/index.ts';
import type { Service } from '../catalogue.ts';
import type { Grade } from '../model.ts';
import type { Procedure } from './legal.ts';

export const PROMISE_KINDS = ['first-reply', 'resolution'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

/** A rule of the town: within how much working time, for which requests. */
export interface Promised {
  kind: PromiseKind;
  /** At most one of the two; neither means every service. */
  serviceCode: string | null;
  serviceGroup: string | null;
  priority: Grade | null;
  workingMinutes: number;
}

/** From when until when a rule holds; null: still. */
export interface Validity {
  validFrom: Date;
  validUntil: Date | null;
}

/** When the town works, from an instant on. */
export interface DatedSchedule {
  schedule: WorkSchedule;
  validFrom: Date;
}

/** All that the clocks of a territory go by. */
export interface ClockRules {
  /** Oldest first; before the first, the usual office hours. */
  schedules: readonly DatedSchedule[];
  promises: (Promised & Validity)[];
  procedures: (Procedure & Validity)[];
}

/** Of a town that has not said otherwise. */
export const USUAL_RULES: ClockRules = { schedules: [], promises: [], procedures: [] };

/** When the town works as it was said at an instant. */
export function scheduleAt({ schedules }: Pick<ClockRules, 'schedules'>, at: Date): WorkSchedule {
  return schedules.findLast(({ validFrom }) => validFrom <= at)?.schedule ?? OFFICE_HOURS;
}

/** A working day when only days are promised: an office's eight hours. */
export const WORKING_DAY = 8 * 60;

/** Someone has looked within half a day when it presses, within a week when it can wait. */
const FIRST_REPLY: Record<Grade, number> = {
  1: WORKING_DAY / 2,
  2: WORKING_DAY,
  3: 3 * WORKING_DAY,
  4: 5 * WORKING_DAY,
};

type Concerned = Pick<Service, 'code' | 'group' | 'targetDays'>;

/**
 * What is promised for a request of this service and priority at that time: the most precise rule
 * (service before group before priority), else the days that the catalogue means, else nothing.
 *
 * @returns working minutes; null when nothing is promised
 */
export function promisedMinutes(
  { promises }: Pick<ClockRules, 'promises'>,
  kind: PromiseKind,
  service: Concerned,
  priority: Grade,
  at: Date,
): number | null {
  const holding = promises.filter(
    (rule) =>
      rule.kind === kind &&
      holdsAt(rule, at) &&
      (rule.serviceCode === null || rule.serviceCode === service.code) &&
      (rule.serviceGroup === null || rule.serviceGroup === service.group) &&
      (rule.priority === null || rule.priority === priority),
  );
  const [best] = holding.sort((a, b) => precision(b) - precision(a));
  if (best) return best.workingMinutes;
  if (kind === 'first-reply') return FIRST_REPLY[priority];
  return service.targetDays === null ? null : service.targetDays * WORKING_DAY;
}

export function holdsAt({ validFrom, validUntil }: Validity, at: Date): boolean {
  return validFrom <= at && (validUntil === null || at < validUntil);
}

const precision = ({ serviceCode, serviceGroup, priority }: Promised) =>
  (serviceCode === null ? 0 : 4) + (serviceGroup === null ? 0 : 2) + (priority === null ? 0 : 1);
