import { addDays, civilDate } from '../time/civil-time.ts';

/** Both days included, as the API wants them. */
export interface Period {
  from: string;
  to: string;
}

/** Periods that people ask for, in days until today. */
export const SPANS = { month: 30, quarter: 91, year: 365 } as const;
export type Span = keyof typeof SPANS;

export function lastDays(span: Span, now = new Date()): Period {
  const to = civilDate(now);
  return { from: addDays(to, 1 - SPANS[span]), to };
}
