import {
  addDays,
  addMonths,
  addWorkingDays,
  parisDate,
  parisInstant,
} from '../../../platform/clock/index.ts';
import type { Clock } from './clock.ts';

/** What an administration's silence comes to. */
export const SILENCES = ['acceptance', 'rejection'] as const;
export type Silence = (typeof SILENCES)[number];

/** A service whose requests are administrative demands, and what the texts say of them. */
export interface Procedure {
  serviceCode: string;
  silence: Silence;
  /** After how long silence decides; two months unless a text says otherwise. */
  months: number;
  /** The text, as it is shown to whoever asks. */
  source: string;
}

/** The general rule, where no special text holds: figures of the law, each with its source and date. */
const GENERAL = {
  /** CRPA L231-1 (acceptance) and L231-4 (rejection), in force since 2016-01-01. */
  silenceMonths: 2,
  /**
   * For the acknowledgement of an electronic demand when it is not instantaneous: CRPA L112-11, and
   * its decree 2016-1411 of 2016-10-20 (R112-11-1 ff.), in force since 2016-11-07. Ours leaves at
   * once; this catches the day when mail does not.
   */
  receiptWorkingDays: 10,
} as const;

/** Warned when a quarter of two months, or two working days, are left. */
const SILENCE_WARNED_DAYS = 15;
const RECEIPT_WARNED_WORKING_DAYS = 2;

/** By when receipt must be acknowledged: the end of the tenth working day after. */
export function receiptClock(at: Date): Clock {
  const last = addWorkingDays(parisDate(at), GENERAL.receiptWorkingDays);
  return {
    kind: 'legal-receipt',
    startedAt: at,
    dueAt: endOf(last),
    warnAt: endOf(addWorkingDays(last, -RECEIPT_WARNED_WORKING_DAYS)),
    metAt: null,
  };
}

/**
 * When silence decides. Counted from one date to the same date months later (or the last of that
 * month), the whole of that day included.
 */
export function silenceClock(at: Date, { months }: Pick<Procedure, 'months'>): Clock {
  const last = addMonths(parisDate(at), months);
  return {
    kind: 'legal-silence',
    startedAt: at,
    dueAt: endOf(last),
    warnAt: endOf(addDays(last, -SILENCE_WARNED_DAYS)),
    metAt: null,
  };
}

/** Begins the day after: an instant that the day itself does not reach. */
const endOf = (date: string) => parisInstant(addDays(date, 1));

/**
 * The clock after a wait for what the resident had to complete (CRPA L114-5): where silence accepts,
 * it runs anew from the day when the file is complete; where it rejects, it was suspended meanwhile.
 */
export function afterWait(clock: Clock, since: Date, until: Date, procedure: Procedure): Clock {
  if (procedure.silence === 'acceptance') {
    return { ...silenceClock(until, procedure), startedAt: clock.startedAt };
  }
  const waited = until.getTime() - since.getTime();
  const later = (instant: Date | null) => instant && new Date(instant.getTime() + waited);
  return { ...clock, dueAt: later(clock.dueAt), warnAt: later(clock.warnAt) };
}
