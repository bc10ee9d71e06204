import { addDays, parisDate, parisInstant } from '../../platform/clock/index.ts';
import type { Service } from './catalogue.ts';

/** By when the town means to have dealt with the request: the end of the day, in Paris time. */
export function dueAt({ targetDays }: Pick<Service, 'targetDays'>, receivedAt: Date): Date | null {
  if (targetDays === null) return null;
  return parisInstant(addDays(parisDate(receivedAt), targetDays + 1));
}
