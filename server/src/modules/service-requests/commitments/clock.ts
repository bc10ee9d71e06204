import {
  addWorkingMinutes,
  type WorkSchedule,
  workingMinutesBetween,
} from '../../../platform/clock/index.ts';

export const CLOCK_KINDS = ['first-reply', 'resolution', 'legal-receipt', 'legal-silence'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** A promise that runs: from when, until when, and what became of it. */
export interface Clock {
  kind: ClockKind;
  startedAt: Date;
  /** Null while it is stopped: nobody is late while we wait for the resident. */
  dueAt: Date | null;
  /** When those in charge are told that it nears. */
  warnAt: Date | null;
  metAt: Date | null;
}

/** A clock that counts working time. */
export interface WorkingClock extends Clock {
  /** What was promised in all, in working minutes. */
  minutes: number;
  /** What was left of it when it was stopped; null while it runs. */
  left: number | null;
}

/** This share of the promise still runs when the warning comes. */
const WARNED_WITH = 0.25;

export function start(
  kind: ClockKind,
  at: Date,
  minutes: number,
  schedule: WorkSchedule,
): WorkingClock {
  const clock: WorkingClock = {
    kind,
    startedAt: at,
    minutes,
    left: null,
    dueAt: null,
    warnAt: null,
    metAt: null,
  };
  return run(clock, at, minutes, schedule);
}

/** Stops the clock: what is left stays left, negative when it was late already. */
export function stop(clock: WorkingClock, at: Date, schedule: WorkSchedule): WorkingClock {
  if (clock.dueAt === null || clock.metAt !== null) return clock;
  const left = workingMinutesBetween(at, clock.dueAt, schedule);
  return { ...clock, left, dueAt: null, warnAt: null };
}

/** Lets a stopped clock run again with what was left. */
export function resume(clock: WorkingClock, at: Date, schedule: WorkSchedule): WorkingClock {
  return clock.left === null ? clock : run(clock, at, clock.left, schedule);
}

/** Changes what is promised: time spent already stays spent. */
export function promise(
  clock: WorkingClock,
  at: Date,
  minutes: number,
  schedule: WorkSchedule,
): WorkingClock {
  if (clock.metAt !== null || minutes === clock.minutes) return clock;
  const more = minutes - clock.minutes;
  if (clock.left !== null) return { ...clock, minutes, left: clock.left + more };
  const left = clock.dueAt === null ? 0 : workingMinutesBetween(at, clock.dueAt, schedule);
  return run({ ...clock, minutes }, at, left + more, schedule);
}

/** The promise is kept; or was, and the first time counts. */
export function meet<C extends Clock>(clock: C, at: Date): C {
  return clock.metAt === null ? { ...clock, metAt: at } : clock;
}

/** Whether it was promised earlier than it was done, or than now. */
export function isLate({ dueAt, metAt }: Clock, now: Date): boolean {
  return dueAt !== null && (metAt ?? now) > dueAt;
}

function run(clock: WorkingClock, at: Date, left: number, schedule: WorkSchedule): WorkingClock {
  const margin = clock.minutes * WARNED_WITH;
  return {
    ...clock,
    left: null,
    dueAt: after(at, left, schedule),
    warnAt: after(at, Math.max(0, left - margin), schedule),
  };
}

/** A clock that was late when it stopped is late by as much when it runs again. */
function after(at: Date, minutes: number, schedule: WorkSchedule): Date {
  if (minutes >= 0) return addWorkingMinutes(at, minutes, schedule);
  return new Date(at.getTime() + minutes * 60_000);
}
