import { addWorkingMinutes } from '../../platform/clock/index.ts';
import type { Service } from './catalogue.ts';
import { type ClockRules, promisedMinutes, scheduleAt } from './commitments/promises.ts';
import type { Grade } from './model.ts';

/** By when the town promises to have dealt with a request that comes now; null when it promises nothing. */
export function dueAt(
  rules: ClockRules,
  service: Pick<Service, 'code' | 'group' | 'targetDays'>,
  priority: Grade,
  receivedAt: Date,
): Date | null {
  const minutes = promisedMinutes(rules, 'resolution', service, priority, receivedAt);
  if (minutes === null) return null;
  return addWorkingMinutes(receivedAt, minutes, scheduleAt(rules, receivedAt));
}
